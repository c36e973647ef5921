/* The order in which extractors run: each behind those it needs. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/extractor.h"

typedef struct ordering {
  gs_extractor *const *extractors;
  uint32_t count;
  gs_extractor **order;
  uint32_t placed;
  bool *done; /* placed, by index */
} ordering;

static uint32_t index_of(const ordering *o, const char *name) {
  for (uint32_t i = 0; i < o->count; i++)
    if (strcmp(o->extractors[i]->name, name) == 0) return i;
  return UINT32_MAX;
}

static bool is_free(const ordering *o, const gs_extractor *extractor) {
  for (uint32_t n = 0; n < extractor->need_count; n++) {
    uint32_t need = index_of(o, extractor->needs[n]);
    if (need == UINT32_MAX || !o->done[need]) return false;
  }
  return true;
}

/* The first by name of those whose needs are placed. */
static uint32_t next_free(const ordering *o) {
  uint32_t best = UINT32_MAX;
  for (uint32_t i = 0; i < o->count; i++) {
    if (o->done[i] || !is_free(o, o->extractors[i])) continue;
    if (best == UINT32_MAX || strcmp(o->extractors[i]->name, o->extractors[best]->name) < 0) best = i;
  }
  return best;
}

/* Follows the first unplaced need from extractor to extractor until one is missing or comes again. */
static void explain(const ordering *o, uint32_t start, char *message, size_t room) {
  size_t used = (size_t)snprintf(message, room, "needs: %s", o->extractors[start]->name);
  uint32_t at = start;
  for (uint32_t step = 0; step <= o->count && used < room; step++) {
    const gs_extractor *extractor = o->extractors[at];
    uint32_t next = UINT32_MAX;
    const char *name = "";
    for (uint32_t n = 0; n < extractor->need_count && name[0] == '\0'; n++) {
      next = index_of(o, extractor->needs[n]);
      if (next == UINT32_MAX || !o->done[next]) name = extractor->needs[n];
    }
    used += (size_t)snprintf(message + used, room - used, " → %s", name);
    if (next == UINT32_MAX) {
      if (used < room) snprintf(message + used, room - used, ", which is not there");
      return;
    }
    if (next == start) {
      if (used < room) snprintf(message + used, room - used, ", a cycle");
      return;
    }
    at = next;
  }
}

uint32_t gs_extractor_order(gs_arena *arena, gs_extractor *const *extractors, uint32_t count, gs_extractor **order,
                            gs_order_problem *report, void *context) {
  ordering o = {.extractors = extractors, .count = count, .order = order};
  o.done = gs_arena_zeroed(arena, count + 1);
  if (o.done == NULL) return UINT32_MAX;
  for (uint32_t i; (i = next_free(&o)) != UINT32_MAX; o.done[i] = true) order[o.placed++] = extractors[i];
  for (uint32_t i = 0; i < count; i++) {
    if (o.done[i]) continue;
    char message[512];
    explain(&o, i, message, sizeof message);
    report(context, extractors[i], message);
  }
  return o.placed;
}
