/* The nearest miss of a pattern: it is compiled once more, with PCRE2's automatic callouts before each item and without the
 * optimizations that see at once that nothing can match, and the search is made again by the interpreter. Slow, so for a person who waits. */
#include <string.h>

#include "script/trace.h"

/* A search with nested repeats calls out without end; by then the best attempt has long been seen. */
#define MAX_STEPS 300000

/* Items of a pattern that were reached with the same bytes taken. */
#define MAX_ITEMS 32

typedef struct watching {
  size_t from, until;
  unsigned steps;
  bool any;
  size_t start, taken;
  size_t items[MAX_ITEMS], item_count;
} watching;

static int watch(pcre2_callout_block *block, void *context) {
  watching *w = context;
  if (++w->steps > MAX_STEPS || block->start_match > w->until) return PCRE2_ERROR_CALLOUT;
  if (block->start_match < w->from || block->current_position < block->start_match) return 0;
  size_t taken = block->current_position - block->start_match;
  if (!w->any || taken > w->taken) {
    w->any = true;
    w->start = block->start_match;
    w->taken = taken;
    w->item_count = 0;
  }
  if (taken == w->taken && block->start_match == w->start && w->item_count < MAX_ITEMS)
    w->items[w->item_count++] = block->pattern_position;
  return 0;
}

/* The byte behind the item at start of a pattern: a class, a group with all that is in it, an escape, a letter; and its quantifier. */
static size_t item_stop(const char *pattern, size_t length, size_t start) {
  size_t depth = 0, at = start;
  bool in_class = false;
  do {
    char c = pattern[at];
    if (c == '\\' && at + 1 < length) at++;
    else if (in_class) in_class = c != ']' || pattern[at - 1] == '[';
    else if (c == '[') in_class = true;
    else if (c == '(') depth++;
    else if (c == ')' && depth > 0) depth--;
    at++;
  } while (at < length && (depth > 0 || in_class || ((unsigned char)pattern[at] & 0xC0) == 0x80));
  if (at < length && pattern[at] == '{') at += strcspn(pattern + at, "}") + 1;
  else if (at < length && strchr("*+?", pattern[at]) != NULL) at++;
  if (at < length && at > start + 1 && strchr("?+", pattern[at]) != NULL) at++;
  return at < length ? at : length;
}

/* What was needed: the last item that was reached, or the outermost group around it that began at the same place of the subject: where none of
 * 은|는 fits, the group is what is missing. */
static void choose_item(const watching *w, const gs_pattern *pattern, gs_near_miss *miss) {
  size_t last = 0;
  for (size_t i = 0; i < w->item_count; i++)
    if (w->items[i] > last) last = w->items[i];
  size_t chosen = last;
  for (size_t i = 0; i < w->item_count; i++) {
    size_t item = w->items[i];
    if (item < chosen && pattern->source[item] == '(' && item_stop(pattern->source, pattern->length, item) > last) chosen = item;
  }
  miss->needed = chosen;
  miss->needed_stop = chosen < pattern->length ? item_stop(pattern->source, pattern->length, chosen) : chosen;
}

bool gs_near_miss_find(const gs_pattern *pattern, const char *subject, size_t length, size_t from, size_t until,
                       gs_near_miss *miss) {
  int error;
  PCRE2_SIZE offset;
  watching w = {.from = from, .until = until};
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern->source, pattern->length,
                                   pattern->options | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT |
                                       PCRE2_NO_START_OPTIMIZE,
                                   &error, &offset, NULL);
  pcre2_match_data *data = code == NULL ? NULL : pcre2_match_data_create(1, NULL);
  pcre2_match_context *context = data == NULL ? NULL : pcre2_match_context_create(NULL);
  if (context != NULL) {
    pcre2_set_callout(context, watch, &w);
    (void)pcre2_match(code, (PCRE2_SPTR)subject, length, from, 0, data, context);
  }
  pcre2_match_context_free(context);
  pcre2_match_data_free(data);
  pcre2_code_free(code);
  if (!w.any || w.taken == 0) return false;
  miss->start = w.start;
  miss->reached = w.start + w.taken;
  choose_item(&w, pattern, miss);
  return true;
}
