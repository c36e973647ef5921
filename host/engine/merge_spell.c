/* Values as bytes that can be compared, and fields in the one form in which a merge keeps them. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"
#include "record/read.h"
#include "record/write.h"

typedef struct growing {
  gs_arena *arena;
  char *bytes;
  size_t length, room;
} growing;

static int append(void *context, const char *bytes, size_t length) {
  growing *to = context;
  if (to->room - to->length < length) {
    size_t room = to->room * 2 + length;
    char *grown = gs_arena_grow(to->arena, to->bytes, to->length, room);
    if (grown == NULL) return -1;
    to->bytes = grown;
    to->room = room;
  }
  memcpy(to->bytes + to->length, bytes, length);
  to->length += length;
  return 0;
}

gs_spelling gs_spell(gs_arena *arena, const gs_value *value) {
  growing to = {.arena = arena};
  if (gs_json_write(value, false, &(gs_sink){append, &to}) != GISA_OK) return (gs_spelling){0};
  return (gs_spelling){to.bytes, to.length - 1}; /* without the newline */
}

int gs_spelling_compare(gs_spelling a, gs_spelling b) {
  int order = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);
  return order != 0 ? order : (a.length > b.length) - (a.length < b.length);
}

gs_value *gs_unspell(gs_arena *arena, const gs_value *string) {
  char problem[GS_READ_MESSAGE];
  gs_value *value;
  return gs_json_read(arena, string->string.bytes, string->string.length, problem, &value) == GISA_OK ? value : NULL;
}

bool gs_is_spellable(const gs_value *value) {
  bool well = true;
  for (uint32_t i = 0; well && value->kind == GS_LIST && i < value->list.count; i++) well = gs_is_spellable(value->list.items[i]);
  for (uint32_t i = 0; well && value->kind == GS_MAP && i < value->map.count; i++) {
    const gs_pair *pair = &value->map.pairs[i];
    well = memchr(pair->key, '\0', pair->key_length) == NULL && gs_is_spellable(pair->value);
  }
  return well;
}

typedef struct spelled {
  gs_spelling spelling;
  gs_value *value;
} spelled;

static int compare_spelled(const void *a, const void *b) {
  return gs_spelling_compare(((const spelled *)a)->spelling, ((const spelled *)b)->spelling);
}

/* An empty list and none are the same: no item was said. */
static gs_value *canonical_list(gs_arena *arena, const gs_value *list) {
  uint32_t count = list->list.count;
  spelled *items = gs_arena_alloc(arena, (count + 1) * sizeof *items);
  gs_value *set = count == 0 ? gs_null(arena) : gs_list(arena);
  if (items == NULL || set == NULL) return NULL;
  for (uint32_t i = 0; i < count; i++) {
    items[i] = (spelled){gs_spell(arena, list->list.items[i]), list->list.items[i]};
    if (items[i].spelling.bytes == NULL) return NULL;
  }
  qsort(items, count, sizeof *items, compare_spelled);
  for (uint32_t i = 0; i < count; i++) {
    bool repeated = i > 0 && gs_spelling_compare(items[i - 1].spelling, items[i].spelling) == 0;
    if (!repeated && !gs_list_add(arena, set, items[i].value)) return NULL;
  }
  return set;
}

static int compare_names(const void *a, const void *b) {
  const gs_pair *first = *(const gs_pair *const *)a, *second = *(const gs_pair *const *)b;
  return strcmp(first->key, second->key);
}

gs_value *gs_canonical_fields(gs_arena *arena, const gs_value *fields) {
  uint32_t count = fields->map.count;
  const gs_pair **pairs = gs_arena_alloc(arena, (count + 1) * sizeof *pairs);
  gs_value *canonical = gs_map(arena);
  if (pairs == NULL || canonical == NULL) return NULL;
  for (uint32_t i = 0; i < count; i++) pairs[i] = &fields->map.pairs[i];
  qsort(pairs, count, sizeof *pairs, compare_names);
  for (uint32_t i = 0; i < count; i++) {
    gs_value *value = pairs[i]->value;
    if (value->kind == GS_LIST) value = canonical_list(arena, value);
    if (!gs_map_set(arena, canonical, pairs[i]->key, pairs[i]->key_length, value)) return NULL;
  }
  return canonical;
}
