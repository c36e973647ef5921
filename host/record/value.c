#include "record/value.h"

#include <string.h>

#include "record/key_index.h"

static gs_value *new_value(gs_arena *arena, gs_kind kind) {
  gs_value *value = gs_arena_zeroed(arena, sizeof *value);
  if (value) value->kind = kind;
  return value;
}

gs_value *gs_null(gs_arena *arena) {
  return new_value(arena, GS_NULL);
}

gs_value *gs_boolean(gs_arena *arena, bool boolean) {
  gs_value *value = new_value(arena, GS_BOOLEAN);
  if (value) value->boolean = boolean;
  return value;
}

gs_value *gs_integer(gs_arena *arena, int64_t integer) {
  gs_value *value = new_value(arena, GS_INTEGER);
  if (value) value->integer = integer;
  return value;
}

gs_value *gs_number(gs_arena *arena, double number) {
  gs_value *value = new_value(arena, GS_NUMBER);
  if (value) value->number = number;
  return value;
}

gs_value *gs_string(gs_arena *arena, const char *bytes, size_t length) {
  gs_value *value = new_value(arena, GS_STRING);
  if (value) {
    value->string.bytes = length > 0 ? bytes : "";
    value->string.length = length;
  }
  return value;
}

gs_value *gs_string_copy(gs_arena *arena, const char *bytes, size_t length) {
  const char *copy = gs_arena_copy(arena, length > 0 ? bytes : "", length);
  return copy ? gs_string(arena, copy, length) : NULL;
}

gs_value *gs_list(gs_arena *arena) {
  return new_value(arena, GS_LIST);
}

gs_value *gs_map(gs_arena *arena) {
  return new_value(arena, GS_MAP);
}

gs_value *gs_items(gs_arena *arena, gs_next_item *next, void *context) {
  gs_value *value = new_value(arena, GS_ITEMS);
  if (value) {
    value->items.next = next;
    value->items.context = context;
  }
  return value;
}

/* Most results have few records of few fields: 8 places hold them without growing. */
#define FIRST_ROOM 8

bool gs_list_add(gs_arena *arena, gs_value *list, gs_value *item) {
  if (!item) return false;
  if (list->list.count == list->list.room) {
    uint32_t room = list->list.room > 0 ? list->list.room * 2 : FIRST_ROOM;
    if (room <= list->list.room) return false;
    gs_value **items = gs_arena_grow(arena, list->list.items, list->list.count * sizeof *items, room * sizeof *items);
    if (!items) return false;
    list->list.items = items;
    list->list.room = room;
  }
  list->list.items[list->list.count++] = item;
  return true;
}

/* Up to this many keys are looked at one by one, which is as fast as an index and needs none. In a
 * map with more room the nodes of a key index lie behind the pairs, in the same block. */
#define LINEAR_ROOM 16

static gs_key_node *index_of(const gs_value *map) {
  return map->map.room > LINEAR_ROOM ? (gs_key_node *)(map->map.pairs + map->map.room) : NULL;
}

static bool has_key(const gs_pair *pair, const char *key, uint32_t key_length) {
  return pair->key_length == key_length && memcmp(pair->key, key, key_length) == 0;
}

static gs_pair *find_pair(const gs_value *map, const char *key, size_t key_length) {
  if (map->map.count == 0 || key_length > UINT32_MAX) return NULL;
  uint32_t length = (uint32_t)key_length;
  const gs_key_node *nodes = index_of(map);
  if (nodes) {
    gs_pair *pair = &map->map.pairs[gs_key_index_find(nodes, key, length)];
    return has_key(pair, key, length) ? pair : NULL;
  }
  for (uint32_t i = 0; i < map->map.count; i++) {
    if (has_key(&map->map.pairs[i], key, length)) return &map->map.pairs[i];
  }
  return NULL;
}

static bool grow_map(gs_arena *arena, gs_value *map) {
  gs_key_node *old_nodes = index_of(map);
  uint32_t room = map->map.room > 0 ? map->map.room * 2 : FIRST_ROOM;
  if (room > GS_KEY_INDEX_ROOM) return false;
  size_t place_size = sizeof(gs_pair) + (room > LINEAR_ROOM ? sizeof(gs_key_node) : 0);
  gs_pair *pairs = gs_arena_alloc(arena, room * place_size);
  if (!pairs) return false;
  if (map->map.count > 0) memcpy(pairs, map->map.pairs, map->map.count * sizeof *pairs);
  map->map.pairs = pairs;
  map->map.room = room;

  gs_key_node *nodes = index_of(map);
  if (old_nodes) {
    memcpy(nodes, old_nodes, map->map.count * sizeof *nodes);
  } else if (nodes) {
    for (uint32_t i = 0; i < map->map.count; i++) gs_key_index_add(nodes, pairs, i);
  }
  return true;
}

bool gs_map_set(gs_arena *arena, gs_value *map, const char *key, size_t key_length, gs_value *value) {
  if (!value || key_length >= UINT32_MAX) return false;
  gs_pair *pair = find_pair(map, key, key_length);
  if (pair) {
    pair->value = value;
    return true;
  }
  const char *copy = gs_arena_copy(arena, key_length > 0 ? key : "", key_length);
  if (!copy) return false;
  if (map->map.count == map->map.room && !grow_map(arena, map)) return false;

  uint32_t added = map->map.count++;
  map->map.pairs[added] = (gs_pair){.key = copy, .key_length = (uint32_t)key_length, .value = value};
  gs_key_node *nodes = index_of(map);
  if (nodes) gs_key_index_add(nodes, map->map.pairs, added);
  return true;
}

gs_value *gs_map_get(const gs_value *map, const char *key) {
  return gs_map_find(map, key, strlen(key));
}

gs_value *gs_map_find(const gs_value *map, const char *key, size_t key_length) {
  if (!map || map->kind != GS_MAP) return NULL;
  const gs_pair *pair = find_pair(map, key, key_length);
  return pair ? pair->value : NULL;
}

static bool equal(const gs_value *a, const gs_value *b, int depth);

static bool equal_lists(const gs_value *a, const gs_value *b, int depth) {
  if (a->list.count != b->list.count) return false;
  for (uint32_t i = 0; i < a->list.count; i++) {
    if (!equal(a->list.items[i], b->list.items[i], depth)) return false;
  }
  return true;
}

static bool equal_maps(const gs_value *a, const gs_value *b, int depth) {
  if (a->map.count != b->map.count) return false;
  for (uint32_t i = 0; i < a->map.count; i++) {
    const gs_pair *pair = &a->map.pairs[i];
    const gs_pair *other = find_pair(b, pair->key, pair->key_length);
    if (!other || !equal(pair->value, other->value, depth)) return false;
  }
  return true;
}

static bool equal(const gs_value *a, const gs_value *b, int depth) {
  if (a->kind != b->kind) return false;
  switch (a->kind) {
  case GS_NULL: return true;
  case GS_BOOLEAN: return a->boolean == b->boolean;
  case GS_INTEGER: return a->integer == b->integer;
  case GS_NUMBER: return a->number == b->number;
  case GS_STRING:
    return a->string.length == b->string.length && memcmp(a->string.bytes, b->string.bytes, a->string.length) == 0;
  case GS_LIST: return depth < GS_MAX_DEPTH && equal_lists(a, b, depth + 1);
  case GS_MAP: return depth < GS_MAX_DEPTH && equal_maps(a, b, depth + 1);
  case GS_ITEMS: return false;
  }
  return false;
}

bool gs_value_equal(const gs_value *a, const gs_value *b) {
  return equal(a, b, 0);
}

gs_value *gs_value_copy(gs_arena *arena, const gs_value *value) {
  if (value == NULL) return NULL;
  if (value->kind == GS_STRING) return gs_string_copy(arena, value->string.bytes, value->string.length);
  gs_value *copy = value->kind == GS_LIST ? gs_list(arena) : value->kind == GS_MAP ? gs_map(arena) : gs_null(arena);
  bool whole = copy != NULL;
  if (value->kind == GS_LIST) {
    for (uint32_t i = 0; whole && i < value->list.count; i++)
      whole = gs_list_add(arena, copy, gs_value_copy(arena, value->list.items[i]));
  } else if (value->kind == GS_MAP) {
    for (uint32_t i = 0; whole && i < value->map.count; i++) {
      const gs_pair *pair = &value->map.pairs[i];
      whole = gs_map_set(arena, copy, pair->key, pair->key_length, gs_value_copy(arena, pair->value));
    }
  } else if (whole) {
    *copy = *value;
  }
  if (whole) copy->flow = value->flow;
  return whole ? copy : NULL;
}
