/* The value tree: what front matter is read into and what a result is written from.
 * Everything lies in an arena. */
#ifndef GS_RECORD_VALUE_H
#define GS_RECORD_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "text/arena.h"

typedef enum gs_kind { GS_NULL, GS_BOOLEAN, GS_INTEGER, GS_NUMBER, GS_STRING, GS_LIST, GS_MAP, GS_ITEMS } gs_kind;

/* Lists and maps one within the other that a tree may have. Front matter has at most 32 and what extractors
 * return a handful; a deeper tree is a table that holds itself or an attack, and the readers, the writers
 * and those of others go down a tree by recursion. */
#define GS_MAX_DEPTH 64

typedef struct gs_value gs_value;

/* Gives the next item of a list that is made while it is written, NULL behind the last; the one before is written by then and may be gone.
 * false: memory is out. */
typedef bool gs_next_item(void *context, gs_value **item);

typedef struct gs_pair {
  const char *key; /* UTF-8, key_length bytes and a NUL */
  uint32_t key_length;
  gs_value *value;
} gs_pair;

struct gs_value {
  gs_kind kind;
  bool flow; /* written on one line in YAML where it is a list or a map: `at: [1834, 2011]` */
  union {
    bool boolean;
    int64_t integer;
    double number; /* finite */
    struct { const char *bytes; size_t length; } string; /* valid UTF-8 */
    struct { gs_value **items; uint32_t count, room; } list;
    /* In order of insertion, keys unique. Pairs come only by gs_map_set, for a large map has an index behind them. */
    struct { gs_pair *pairs; uint32_t count, room; } map;
    /* A list too long to be held: its items are made one by one. Only the writers know it, and who asked for one (gs_json_outline). */
    struct { gs_next_item *next; void *context; } items;
  };
};

/* Each returns NULL when memory is out. Strings are not copied: their bytes must live as long as the arena. */
gs_value *gs_null(gs_arena *arena);
gs_value *gs_boolean(gs_arena *arena, bool boolean);
gs_value *gs_integer(gs_arena *arena, int64_t integer);
gs_value *gs_number(gs_arena *arena, double number); /* must be finite */
gs_value *gs_string(gs_arena *arena, const char *bytes, size_t length);
gs_value *gs_string_copy(gs_arena *arena, const char *bytes, size_t length);
gs_value *gs_list(gs_arena *arena);
gs_value *gs_map(gs_arena *arena);
gs_value *gs_items(gs_arena *arena, gs_next_item *next, void *context);

/* Adds item to the end of a list. false: memory is out, or item is NULL (so that
 * gs_list_add(arena, list, gs_integer(arena, 1)) needs one check). */
bool gs_list_add(gs_arena *arena, gs_value *list, gs_value *item);

/* Sets key (copied) to value: replaces the value of a key that is there, in its place. false as in gs_list_add.
 * Time is linear in the key's length, whatever the number of keys. */
bool gs_map_set(gs_arena *arena, gs_value *map, const char *key, size_t key_length, gs_value *value);

/* The value of a key, NULL where there is none or map is not a map. */
gs_value *gs_map_get(const gs_value *map, const char *key);
gs_value *gs_map_find(const gs_value *map, const char *key, size_t key_length);

/* A copy that shares nothing with value; NULL for NULL, and when memory is out. */
gs_value *gs_value_copy(gs_arena *arena, const gs_value *value);

/* Deep equality; maps are equal in any order of keys, 1 and 1.0 differ. Trees deeper than GS_MAX_DEPTH are never
 * equal. */
bool gs_value_equal(const gs_value *a, const gs_value *b);

#endif
