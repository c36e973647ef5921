/* Match: the groups of one match. They become spans or strings only when a script asks for them. */
#include "script/match.h"

#include <lauxlib.h>
#include <limits.h>
#include <string.h>

#include "script/state.h"
#include "script/trace.h"

/* How matching is bounded.
 *
 * PCRE2's match limit is for one start position, knows nothing of the calls before, and counts backtracking only: reading on
 * through a long text costs it nothing (`[^x]*+y`, or `(?:a|b)*[cd]` on 20 kB, are quadratic within any limit). Callouts before
 * each item see all of that, but they double the cost of a normal scan. So matching runs without them, as long as it
 * is certain that the budget cannot be spent; else the whole call of extract() is made again with counting, and what counting says,
 * holds. The outcome is that of counting in either case, on every machine (with the same PCRE2: its shortcuts, say when a letter that any
 * match needs is nowhere, are not counted, and without a JIT it has fewer of them):
 *   - a call of up to QUICK_BYTES searched in up to QUICK_NANOSECONDS can't have tried match_steps items, for no machine tries three a
 *     nanosecond; where the text is long, and may have so many more steps, it may have so much more of both;
 *   - a single search can't last: it is made in windows of start positions with a look at the clock behind each, and no start position may
 *     backtrack more than QUICK_LIMIT times. Each may read to the end, so in a subject that is longer than QUICK_SUBJECT the windows are
 *     as much smaller. */
#define QUICK_BYTES ((uint64_t)8 << 20)
#define QUICK_NANOSECONDS ((uint64_t)6000000)
#define QUICK_SUBJECT ((size_t)64 << 10)
#define QUICK_WINDOW ((size_t)4 << 10)

/* Looks at the clock only once in so many bytes searched; a match counts as MATCH_BYTES at least. */
#define BYTES_A_LOOK ((uint64_t)1 << 16)
#define MATCH_BYTES 256

typedef struct search {
  gs_pattern *pattern;
  const gs_subject *subject;
  size_t from;
  uint32_t options;
} search;

#define SPENT INT_MIN /* beside PCRE2's own results */

static size_t next_start(const gs_subject *subject, size_t at) {
  do at++; while (at < subject->length && ((unsigned char)subject->bytes[at] & 0xC0) == 0x80);
  return at;
}

static int search_window(gs_patterns *patterns, const search *s, size_t from, size_t last, uint32_t options) {
  pcre2_set_offset_limit(patterns->quick, last);
  /* The short way in, for what has been checked here: it looks neither at the arguments nor at the UTF-8. */
  if (s->pattern->jit && options == PCRE2_NO_UTF_CHECK)
    return pcre2_jit_match(s->pattern->code, (PCRE2_SPTR)s->subject->bytes, s->subject->length, from, 0, patterns->matched,
                           patterns->quick);
  return pcre2_match(s->pattern->code, (PCRE2_SPTR)s->subject->bytes, s->subject->length, from, options, patterns->matched,
                     patterns->quick);
}

static bool is_anchored(const search *s) {
  return s->pattern->anchored || (s->options & PCRE2_ANCHORED) != 0;
}

/* How much of its subject a search has looked through: up to the end of the match, or all. */
static size_t read_by(gs_patterns *patterns, const search *s, int count) {
  if (count <= 0 && is_anchored(s)) return 0;
  size_t stop = count > 0 ? pcre2_get_ovector_pointer(patterns->matched)[1] : s->subject->length;
  return stop > s->from ? stop - s->from : 0;
}

/* Whether the call has taken longer than what is quick. */
static bool is_slow(gs_budget *budget) {
  return gs_budget_longer(budget, QUICK_NANOSECONDS * budget->share - GS_BUDGET_GRACE);
}

/* How many start positions are tried at a stroke. */
static size_t window_of(size_t left) {
  if (left <= QUICK_SUBJECT) return QUICK_WINDOW;
  size_t window = QUICK_WINDOW * QUICK_SUBJECT / left;
  return window > 0 ? window : 1;
}

/* Searches without counting. SPENT: nothing is certain any more. */
static int search_quickly(gs_patterns *patterns, gs_budget *budget, const search *s) {
  size_t length = s->subject->length, from = s->from, left = length - from;
  if (s->pattern->whole && left > QUICK_WINDOW) return SPENT;
  int count = PCRE2_ERROR_NOMATCH;
  uint32_t options = s->options;
  size_t window = is_anchored(s) || left <= QUICK_WINDOW ? left : window_of(left);
  while (count == PCRE2_ERROR_NOMATCH && from <= length) {
    size_t last = window < length - from ? from + window : length;
    count = search_window(patterns, s, from, last, options);
    if (last == length) break;
    if (count == PCRE2_ERROR_NOMATCH && is_slow(budget)) return SPENT;
    from = next_start(s->subject, last);
    /* From the second window on the subject is as valid as in the first one. */
    options |= PCRE2_NO_UTF_CHECK;
  }
  uint64_t before = budget->steps;
  budget->steps += read_by(patterns, s, count) + MATCH_BYTES;
  if (budget->steps > QUICK_BYTES * budget->share) return SPENT;
  if (before / BYTES_A_LOOK != budget->steps / BYTES_A_LOOK && is_slow(budget)) return SPENT;
  switch (count) {
  case PCRE2_ERROR_MATCHLIMIT:
  case PCRE2_ERROR_DEPTHLIMIT:
  case PCRE2_ERROR_HEAPLIMIT:
  case PCRE2_ERROR_JIT_STACKLIMIT: return SPENT;
  default: return count;
  }
}

typedef struct counter {
  gs_budget *budget;
  size_t last; /* where the callout before stood */
} counter;

#define CALLOUTS_A_LOOK 4096

static int count_item(pcre2_callout_block *block, void *context) {
  counter *c = context;
  gs_budget *budget = c->budget;
  size_t at = block->current_position, moved = at > c->last ? at - c->last : c->last - at;
  uint64_t before = budget->steps;
  c->last = at;
  budget->steps += 1 + moved / 8; /* reading on takes about a nanosecond a byte, an item with its callout ten */
  if (budget->steps > budget->match_steps) return PCRE2_ERROR_CALLOUT;
  if (before / CALLOUTS_A_LOOK == budget->steps / CALLOUTS_A_LOOK || budget->milliseconds == 0) return 0;
  return gs_budget_longer(budget, budget->milliseconds * 1000000u) ? PCRE2_ERROR_CALLOUT : 0;
}

static int search_counting(gs_patterns *patterns, gs_budget *budget, const search *s) {
  const pcre2_code *code = gs_pattern_counted(patterns, s->pattern);
  if (code == NULL) return PCRE2_ERROR_NOMEMORY;
  counter c = {budget, s->from};
  size_t length = s->subject->length;
  uint64_t before = budget->steps;
  /* The interpreter's backtracking takes memory, in kB here: it may have what the extractor has left. */
  pcre2_set_heap_limit(patterns->counting, (uint32_t)(gs_budget_room(budget) / 1024));
  pcre2_set_callout(patterns->counting, count_item, &c);
  int count = pcre2_match(code, (PCRE2_SPTR)s->subject->bytes, length, s->from, s->options, patterns->matched, patterns->counting);
  if (count == PCRE2_ERROR_JIT_STACKLIMIT) {
    /* The JIT has a stack of its own and less of it; a match that is too deep for it is the interpreter's. */
    budget->steps = before;
    count = pcre2_match(code, (PCRE2_SPTR)s->subject->bytes, length, s->from, s->options | PCRE2_NO_JIT, patterns->matched,
                        patterns->counting);
  }
  /* Looking for a first byte has no callouts and runs at some 16 bytes a nanosecond. */
  budget->steps += read_by(patterns, s, count) / 256 + 4;
  return count == PCRE2_ERROR_CALLOUT || budget->steps > budget->match_steps ? SPENT : count;
}

/* Making machine code is no matching: the first article that meets a pattern has the time that all others have. */
static void prepare(gs_budget *budget, gs_patterns *patterns, gs_pattern *pattern) {
  gs_pause pause;
  gs_budget_pause(budget, &pause);
  gs_pattern_prepare(patterns, pattern);
  gs_budget_resume(budget, &pause);
}

static int find(lua_State *lua, gs_patterns *patterns, const search *s) {
  gs_budget *budget = &gs_state_of(lua)->budget;
  if (!s->pattern->prepared && !budget->counted) prepare(budget, patterns, s->pattern);
#ifdef GISA_UNGUARDED
  (void)lua;
  (void)search_quickly;
  (void)search_counting;
  pcre2_set_match_limit(patterns->quick, UINT32_MAX);
  return search_window(patterns, s, s->from, s->subject->length, s->options);
#else
  if (!budget->counted) {
    int count = search_quickly(patterns, budget, s);
    if (count == SPENT) gs_budget_count(lua);
    return count;
  }
  int count = search_counting(patterns, budget, s);
  if (count != SPENT) return count;
  if (budget->steps > budget->match_steps) gs_budget_spent(lua, "match_steps", budget->match_steps);
  return gs_budget_spent(lua, "milliseconds", budget->milliseconds);
#endif
}

const size_t *gs_match(lua_State *lua, gs_pattern *pattern, const gs_subject *subject, size_t from, uint32_t options) {
  const gs_state *state = gs_state_of(lua);
  gs_patterns *patterns = state->patterns;
  /* The clean text is valid UTF-8 and spans stand on its boundaries, so PCRE2 need not look again (10,000 matches
   * in 1 MB: 5.7 s with the check, 0.6 ms without). A Lua string can be anything, so looking is charged. */
  if (subject->is_span) options |= PCRE2_NO_UTF_CHECK;
  else gs_charge(lua, (subject->length - from) / 16);
  int count = find(lua, patterns, &(search){pattern, subject, from, options});
  if (count > 0) {
    /* \K in a look-around can set the start behind the end; no span can be made of that. */
    const size_t *groups = pcre2_get_ovector_pointer(patterns->matched);
    if (groups[0] > groups[1]) luaL_error(lua, "the pattern '%s' ends before it starts (\\K)", pattern->source);
    if (state->trace != NULL) gs_trace_match(lua, state->trace, pattern, subject, from, groups);
    return groups;
  }
  if (count == PCRE2_ERROR_NOMATCH) {
    if (state->trace != NULL) gs_trace_match(lua, state->trace, pattern, subject, from, NULL);
    return NULL;
  }
  if (count == PCRE2_ERROR_HEAPLIMIT || count == PCRE2_ERROR_NOMEMORY)
    gs_budget_spent(lua, "bytes of memory", state->budget.memory);
  char reason[160];
  pcre2_get_error_message(count, (PCRE2_UCHAR *)reason, sizeof reason);
  luaL_error(lua, "cannot match '%s': %s", pattern->source, reason);
  return NULL;
}

const size_t *gs_match_next(lua_State *lua, gs_pattern *pattern, const gs_subject *subject,
                            size_t previous_start, size_t previous_stop) {
  size_t from = previous_stop;
  if (previous_start == previous_stop) {
    const size_t *groups = gs_match(lua, pattern, subject, from, PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED);
    if (groups != NULL) return groups;
    if (from >= subject->length) return NULL;
    from = next_start(subject, from);
  }
  return gs_match(lua, pattern, subject, from, 0);
}

typedef struct match {
  uint32_t type, generation;
  const gs_pattern *pattern;
  uint32_t base, is_span;
  uint32_t places[]; /* start, stop of each group */
} match;

void gs_push_match(lua_State *lua, const gs_pattern *pattern, const gs_subject *subject, int subject_index,
                   const size_t *groups) {
  gs_state *state = gs_state_of(lua);
  size_t places = 2 * ((size_t)pattern->groups + 1);
  gs_charge(lua, 8 + places / 2);
  match *m = gs_push_object(lua, GS_TYPE_MATCH, sizeof *m + places * sizeof m->places[0], subject->is_span ? 0 : 1);
  m->pattern = pattern;
  m->base = subject->base;
  m->is_span = (uint32_t)subject->is_span;
  m->generation = state->generation;
  /* Group numbers above the last that took part are set to PCRE2_UNSET by PCRE2 itself. */
  for (size_t i = 0; i < places; i++) m->places[i] = (uint32_t)groups[i];
  if (!subject->is_span) {
    lua_pushvalue(lua, subject_index);
    lua_setiuservalue(lua, -2, 1);
  }
}

static uint32_t group_number(lua_State *lua, const match *m) {
  if (lua_isinteger(lua, 2)) {
    lua_Integer n = lua_tointeger(lua, 2);
    if (n >= 0 && n <= (lua_Integer)m->pattern->groups) return (uint32_t)n;
    luaL_error(lua, "the pattern '%s' has no group %d", m->pattern->source, (int)n);
  }
  const char *name = luaL_checkstring(lua, 2);
  int number = pcre2_substring_number_from_name(m->pattern->code, (PCRE2_SPTR)name);
  if (number <= 0) luaL_error(lua, "the pattern '%s' has no group named '%s'", m->pattern->source, name);
  return (uint32_t)number;
}

static int match_index(lua_State *lua) {
  const match *m = lua_touserdata(lua, 1);
  /* Its pattern may be gone, and its places are in another text. */
  if (m->generation != gs_state_of(lua)->generation) return luaL_error(lua, "a match was kept from an earlier document");
  uint32_t number = group_number(lua, m);
  uint32_t start = m->places[2 * number], stop = m->places[2 * number + 1];
  if (start == (uint32_t)PCRE2_UNSET) return 0;
  if (m->is_span) {
    gs_push_span(lua, (gs_span){m->base + start, m->base + stop});
  } else {
    lua_getiuservalue(lua, 1, 1);
    lua_pushlstring(lua, lua_tostring(lua, -1) + start, stop - start);
  }
  return 1;
}

void gs_open_match(lua_State *lua) {
  lua_newtable(lua);
  lua_pushcfunction(lua, match_index);
  lua_setfield(lua, -2, "__index");
  gs_type_register(lua, GS_TYPE_MATCH, "Match");
}

int gs_peek_place(lua_State *lua, int index, gs_span *place) {
  const gs_state *state = gs_state_of(lua);
  const gs_lua_span *span = gs_to_object(lua, index, GS_TYPE_SPAN);
  if (span != NULL) {
    *place = span->place;
    return span->generation == state->generation;
  }
  const match *m = gs_to_object(lua, index, GS_TYPE_MATCH);
  if (m == NULL) return 0;
  *place = (gs_span){m->base + m->places[0], m->base + m->places[1]};
  return m->is_span != 0 && m->generation == state->generation;
}
