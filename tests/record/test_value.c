#include <stdio.h>
#include <string.h>
#include <time.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "record/value.h"

static gs_arena arena;

static void start(void) {
  gs_arena_init(&arena, gs_heap);
}

static void stop(void) {
  gs_arena_free(&arena);
}

TestSuite(value, .init = start, .fini = stop);

static bool set(gs_value *map, const char *key, gs_value *value) {
  return gs_map_set(&arena, map, key, strlen(key), value);
}

Test(value, map_keeps_order_and_replaces_in_place) {
  gs_value *map = gs_map(&arena);
  cr_assert(set(map, "b", gs_integer(&arena, 1)));
  cr_assert(set(map, "a", gs_integer(&arena, 2)));
  cr_assert(set(map, "b", gs_integer(&arena, 3)));
  cr_assert(eq(u32, map->map.count, 2));
  cr_assert(eq(str, (char *)map->map.pairs[0].key, "b"));
  cr_assert(eq(i64, map->map.pairs[0].value->integer, 3));
  cr_assert(eq(i64, gs_map_get(map, "a")->integer, 2));
  cr_assert_null(gs_map_get(map, "c"));
  cr_assert_null(gs_map_get(gs_null(&arena), "a"));
  cr_assert_null(gs_map_get(NULL, "a"));
}

Test(value, keys_and_copies_outlive_what_they_were_made_of) {
  char bytes[] = "key";
  gs_value *map = gs_map(&arena);
  cr_assert(gs_map_set(&arena, map, bytes, 3, gs_string_copy(&arena, bytes, 3)));
  memset(bytes, 'x', 3);
  cr_assert(eq(str, (char *)map->map.pairs[0].key, "key"));
  cr_assert(eq(str, (char *)gs_map_get(map, "key")->string.bytes, "key"));
}

Test(value, nothing_is_added_without_a_value) {
  gs_value *map = gs_map(&arena), *list = gs_list(&arena);
  cr_assert_not(set(map, "a", NULL));
  cr_assert_not(gs_list_add(&arena, list, NULL));
  cr_assert(eq(u32, map->map.count, 0));
  cr_assert(eq(u32, list->list.count, 0));
}

/* Families of keys that a search tree or a hash could be slow with. i is written into key, its length comes back. */
static size_t counted(char *key, int i) {
  return (size_t)sprintf(key, "key %d", i);
}

static size_t prefixes(char *key, int i) { /* each a prefix of the next, up to 1000; then another letter */
  memset(key, 'a' + i / 1000, (size_t)(i % 1000));
  key[i % 1000] = (char)('a' + i / 1000);
  return (size_t)(i % 1000) + 1;
}

static size_t bits(char *key, int i) { /* with NUL and bytes above 0x7F in it */
  memcpy(key, &(uint32_t){(uint32_t)i * 2654435761U}, 4);
  return 4;
}

static size_t nul_tails(char *key, int i) { /* equal but for the NULs behind them */
  memset(key, 0, 2000);
  return (size_t)i % 2000;
}

static void fill_and_look_up(size_t (*spell)(char *, int), int count) {
  static char key[4096];
  gs_value *map = gs_map(&arena);
  for (int i = 0; i < count; i++) {
    size_t length = spell(key, i);
    cr_assert_null(gs_map_find(map, key, length), "key %d is there before it was set", i);
    cr_assert(gs_map_set(&arena, map, key, length, gs_integer(&arena, i)));
  }
  cr_assert(eq(u32, map->map.count, (uint32_t)count));
  for (int i = 0; i < count; i++) {
    size_t length = spell(key, i);
    cr_assert(gs_map_set(&arena, map, key, length, gs_integer(&arena, -i)));
    gs_value *found = gs_map_find(map, key, length);
    cr_assert(found && found->integer == -i, "key %d is lost", i);
    cr_assert(map->map.pairs[i].value == found, "key %d has moved", i);
    key[length] = '?';
    cr_assert_null(gs_map_find(map, key, length + 1));
  }
  cr_assert(eq(u32, map->map.count, (uint32_t)count));
}

Test(value, maps_of_any_keys_find_each) {
  fill_and_look_up(counted, 100000);
  fill_and_look_up(prefixes, 20000);
  fill_and_look_up(bits, 50000);
  fill_and_look_up(nul_tails, 2000);
  for (int count = 0; count < 40; count++) fill_and_look_up(counted, count);
}

/* Looking at each of the keys for each key took 9 s here where this takes 0.05 s (without sanitizers). */
Test(value, setting_many_keys_is_not_quadratic) {
  clock_t before = clock();
  gs_value *map = gs_map(&arena);
  char key[32];
  for (int i = 0; i < 100000; i++) cr_assert(gs_map_set(&arena, map, key, counted(key, i), gs_null(&arena)));
  double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
  cr_assert(seconds < 3, "100,000 keys took %.2f s", seconds);
}

/* A list of every kind of value, and maps in two orders of keys. */
static gs_value *example(bool turned, double last) {
  gs_value *map = gs_map(&arena), *list = gs_list(&arena);
  gs_list_add(&arena, list, gs_null(&arena));
  gs_list_add(&arena, list, gs_boolean(&arena, true));
  gs_list_add(&arena, list, gs_string(&arena, "s\0t", 3));
  gs_list_add(&arena, list, gs_number(&arena, last));
  set(map, turned ? "list" : "n", turned ? list : gs_integer(&arena, 7));
  set(map, turned ? "n" : "list", turned ? gs_integer(&arena, 7) : list);
  return map;
}

Test(value, equal_is_deep_and_blind_to_the_order_of_keys) {
  cr_assert(gs_value_equal(example(false, 0.5), example(true, 0.5)));
  cr_assert_not(gs_value_equal(example(false, 0.5), example(false, 0.25)));
  cr_assert_not(gs_value_equal(gs_integer(&arena, 1), gs_number(&arena, 1)));
  cr_assert_not(gs_value_equal(gs_string(&arena, "a", 1), gs_string(&arena, "a\0", 2)));
  gs_value *more = example(false, 0.5);
  set(more, "z", gs_null(&arena));
  cr_assert_not(gs_value_equal(more, example(false, 0.5)));
  cr_assert_not(gs_value_equal(example(false, 0.5), more));
}

static gs_value *nested(int depth) {
  gs_value *value = gs_list(&arena);
  for (int i = 1; i < depth; i++) {
    gs_value *outer = gs_list(&arena);
    gs_list_add(&arena, outer, value);
    value = outer;
  }
  return value;
}

Test(value, equal_ends_at_the_greatest_depth) {
  cr_assert(gs_value_equal(nested(GS_MAX_DEPTH), nested(GS_MAX_DEPTH)));
  cr_assert_not(gs_value_equal(nested(GS_MAX_DEPTH + 1), nested(GS_MAX_DEPTH + 1)));
  gs_value *knot = gs_list(&arena);
  gs_list_add(&arena, knot, knot);
  cr_assert_not(gs_value_equal(knot, knot));
}
