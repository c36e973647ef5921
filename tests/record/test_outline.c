/* An outline of a JSON text says what the whole says, and never more: a text that is no JSON has none, or a list that breaks off. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "record/read.h"

static gs_arena arena, items;

static void open_arenas(void) {
  gs_arena_init(&arena, gs_heap);
  gs_arena_init(&items, gs_heap);
}

static void close_arenas(void) {
  gs_arena_free(&items);
  gs_arena_free(&arena);
}

TestSuite(outline, .init = open_arenas, .fini = close_arenas);

/* The map with its lists in place; NULL where one breaks off. */
static gs_value *fill(gs_value *outline) {
  gs_value *map = gs_map(&arena);
  for (uint32_t i = 0; i < outline->map.count; i++) {
    const gs_pair *pair = &outline->map.pairs[i];
    gs_value *value = pair->value, *item;
    if (value->kind == GS_ITEMS) {
      gs_value *list = gs_list(&arena), *source = value;
      gs_json_rewind(source, &items);
      for (;;) {
        gs_arena_reset(&items);
        if (!source->items.next(source->items.context, &item)) return NULL;
        if (item == NULL) break;
        gs_list_add(&arena, list, gs_value_copy(&arena, item));
      }
      value = list;
    }
    gs_map_set(&arena, map, pair->key, pair->key_length, value);
  }
  return map;
}

/* Whether there is an outline to the end; it must then be what the whole is. */
static bool has_outline(const char *bytes, size_t length) {
  char message[GS_READ_MESSAGE];
  gs_value *outline = gs_json_outline(&arena, bytes, length), *whole = NULL;
  gs_value *filled = outline == NULL ? NULL : fill(outline);
  gisa_status status = gs_json_read(&arena, bytes, length, message, &whole);
  if (filled != NULL) {
    cr_assert_eq(status, GISA_OK, "an outline of what is no JSON: %.*s", (int)length, bytes);
    cr_assert(gs_value_equal(filled, whole), "another outline: %.*s", (int)length, bytes);
  }
  return filled != NULL;
}

static const struct sample {
  const char *text;
  bool well;
} samples[] = {
    {"{}", true},
    {" { } \n", true},
    {"{\"a\":1}", true},
    {"{\"a\":[]}", true},
    {"{\"a\" : [ 1 , 2 ] , \"b\" : [ { } , { \"c\" : \"]}\\\"\" } ] }\n", true},
    {"{\"a\":[{\"b\":[1,[2,{\"c\":\"\\\\\"}]]},{\"d\":\"[{\"}]}", true},
    {"{\"a\":[{\"b\":1},2,\"c\",null]}", true},
    {"", false},
    {"[]", false},
    {"1", false},
    {"{", false},
    {"{}}", false},
    {"{} {}", false},
    {"{\"a\":[{}}", false},
    {"{\"a\":[{},]}", false},
    {"{\"a\":[,{}]}", false},
    {"{\"a\":[{} {}]}", false},
    {"{\"a\":[{}]]}", false},
    {"{\"a\":[{}] 1}", false},
    {"{\"a\":[{}]\"b\":1}", false},
    {"{\"a\":[{}],}", false},
    {"{\"a\":[{\"b\":1]}", false},
    {"{\"a\":[{\"b\":\"]}", false},
    {"{\"a\":[{}],\"a\":1}", false},
    {"{\"a\\u0000b\":[{}]}", false},
    {"{\"a\":}", false},
    {"{\"a\"}", false},
    {"{a:1}", false},
    {"{\"a\\", false},
};

Test(outline, says_what_the_whole_says) {
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
    cr_expect_eq(has_outline(samples[i].text, strlen(samples[i].text)), samples[i].well, "%s", samples[i].text);
}

/* Each text with any of its bytes left out, or one of JSON's own in its place; each from memory that ends where it ends. */
Test(outline, never_says_more) {
  static const char letters[] = "{}[],:\"\\ 1x";
  for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
    size_t length = strlen(samples[i].text);
    for (size_t at = 0; at < length; at++) {
      for (size_t l = 0; l < sizeof letters; l++) {
        char *changed = malloc(length);
        memcpy(changed, samples[i].text, length);
        changed[at] = letters[l];
        bool shorter = letters[l] == '\0';
        if (shorter) memmove(changed + at, samples[i].text + at + 1, length - at - 1);
        has_outline(changed, length - shorter);
        has_outline(changed, at);
        free(changed);
      }
    }
    gs_arena_reset(&arena);
  }
}

Test(outline, can_be_walked_again) {
  const char *text = "{\"a\":[{\"b\":1},{\"b\":2}]}";
  gs_value *outline = gs_json_outline(&arena, text, strlen(text));
  cr_assert_not_null(outline);
  cr_expect(gs_value_equal(fill(outline), fill(outline)));
  cr_expect_eq(gs_map_get(fill(outline), "a")->list.count, 2);
}
