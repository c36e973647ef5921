/* The order in which a merged result has the fields of its records. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_among(const char *name, const char *const *names, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(names[i], name) == 0) return true;
  return false;
}

/* As the records have them. Where records differ in that no order of theirs is that of all: then those of the identity come first and the
 * others by name. */
const char **gs_merge_order_fields(gs_arena *arena, const gs_aspect *aspect, uint32_t *count) {
  const gs_value *fields = aspect->fields, *identity = &aspect->identity;
  const char **names = gs_arena_alloc(arena, (fields->map.count + 1) * sizeof *names);
  if (names == NULL) return NULL;
  *count = 0;
  for (uint32_t i = 0; aspect->mixed && i < identity->list.count; i++) {
    const char *name = identity->list.items[i]->string.bytes;
    if (gs_map_get(fields, name) != NULL && !is_among(name, names, *count)) names[(*count)++] = name;
  }
  uint32_t first = *count;
  for (uint32_t i = 0; i < fields->map.count; i++)
    if (!is_among(fields->map.pairs[i].key, names, first)) names[(*count)++] = fields->map.pairs[i].key;
  if (aspect->mixed) qsort(names + first, *count - first, sizeof *names, compare_names);
  return names;
}
