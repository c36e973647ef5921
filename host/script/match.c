/* Match: the groups of one match. They become spans or strings only when a script asks for them. */
#include "script/match.h"

#include <lauxlib.h>
#include <string.h>

#include "script/state.h"
#include "script/trace.h"

const size_t *gs_match(lua_State *lua, const gs_pattern *pattern, const gs_subject *subject, size_t from,
                       uint32_t options) {
  const gs_state *state = gs_state_of(lua);
  gs_patterns *patterns = state->patterns;
  /* The clean text is valid UTF-8 and spans stand on its boundaries, so PCRE2 need not look again (10,000 matches
   * in 1 MB: 5.7 s with the check, 0.6 ms without). A Lua string can be anything. */
  if (subject->is_span) options |= PCRE2_NO_UTF_CHECK;
  int count = pcre2_match(pattern->code, (PCRE2_SPTR)subject->bytes, subject->length, from, options, patterns->matched,
                          patterns->context);
  if (count > 0) {
    /* \K in a look-around can set the start behind the end; no span can be made of that. */
    const size_t *groups = pcre2_get_ovector_pointer(patterns->matched);
    if (groups[0] > groups[1]) luaL_error(lua, "the pattern '%s' ends before it starts (\\K)", pattern->source);
    if (state->trace != NULL) gs_trace_match(lua, state->trace, pattern, subject, from, groups);
    return groups;
  }
  switch (count) {
  case PCRE2_ERROR_NOMATCH:
    if (state->trace != NULL) gs_trace_match(lua, state->trace, pattern, subject, from, NULL);
    return NULL;
  case PCRE2_ERROR_MATCHLIMIT:
  case PCRE2_ERROR_DEPTHLIMIT:
  case PCRE2_ERROR_HEAPLIMIT:
  case PCRE2_ERROR_JIT_STACKLIMIT:
    gs_budget_spent(lua, "match steps", state->budget.limits.match_steps);
    return NULL;
  default: {
    char reason[160];
    pcre2_get_error_message(count, (PCRE2_UCHAR *)reason, sizeof reason);
    luaL_error(lua, "cannot match '%s': %s", pattern->source, reason);
    return NULL;
  }
  }
}

const size_t *gs_match_next(lua_State *lua, const gs_pattern *pattern, const gs_subject *subject,
                            size_t previous_start, size_t previous_stop) {
  size_t from = previous_stop;
  if (previous_start == previous_stop) {
    const size_t *groups = gs_match(lua, pattern, subject, from, PCRE2_NOTEMPTY_ATSTART | PCRE2_ANCHORED);
    if (groups != NULL) return groups;
    if (from >= subject->length) return NULL;
    do from++; while (from < subject->length && ((unsigned char)subject->bytes[from] & 0xC0) == 0x80);
  }
  return gs_match(lua, pattern, subject, from, 0);
}

typedef struct match {
  const gs_pattern *pattern;
  uint32_t base, generation, is_span;
  uint32_t places[]; /* start, stop of each group */
} match;

void gs_push_match(lua_State *lua, const gs_pattern *pattern, const gs_subject *subject, int subject_index,
                   const size_t *groups) {
  gs_state *state = gs_state_of(lua);
  size_t places = 2 * ((size_t)pattern->groups + 1);
  match *m = lua_newuserdatauv(lua, sizeof *m + places * sizeof m->places[0], subject->is_span ? 0 : 1);
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
  gs_type_push(lua, state->types.match);
  lua_setmetatable(lua, -2);
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
  uint32_t number = group_number(lua, m);
  uint32_t start = m->places[2 * number], stop = m->places[2 * number + 1];
  if (start == (uint32_t)PCRE2_UNSET) return 0;
  if (m->is_span) {
    if (m->generation != gs_state_of(lua)->generation)
      return luaL_error(lua, "a match was kept from an earlier document");
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
  gs_state_of(lua)->types.match = gs_type_register(lua, "Match");
}
