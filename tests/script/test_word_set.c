/* Sets of words against looking for each word in turn; and the pool of small blocks. */
#include <criterion/criterion.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "script/pool.h"
#include "script/word_set.h"

/* Code points of every length; few, so that words overlap and share their ends. */
static const char *const letters[] = {"a", "b", " ", "é", "가", "나", "각", "다", "—", "𝔄"};

static uint32_t seed = 1;

static uint32_t below(uint32_t count) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % count;
}

static size_t compose(char *into, uint32_t least, uint32_t most) {
  into[0] = '\0';
  for (uint32_t count = least + below(most - least + 1); count > 0; count--)
    strcat(into, letters[below(sizeof letters / sizeof *letters)]);
  return strlen(into);
}

/* The longest word at the start (or end) of the text, or the one that is all of it; NULL. */
typedef enum place { START, END, ALL } place;

static const gs_word *expected(const gs_word *words, uint32_t count, const char *text, size_t length, place where) {
  const gs_word *best = NULL;
  for (uint32_t i = 0; i < count; i++) {
    size_t size = words[i].length;
    if (size > length || (where == ALL && size != length)) continue;
    if (memcmp(where == END ? text + length - size : text, words[i].bytes, size) != 0) continue;
    if (best == NULL || size > best->length) best = &words[i];
  }
  return best;
}

static void check(const gs_word *got, const gs_word *wanted, const char *text) {
  cr_assert_eq(got == NULL, wanted == NULL, "in '%s'", text);
  if (wanted == NULL) return;
  cr_assert_eq(got->length, wanted->length, "in '%s'", text);
  cr_assert_eq(got->tag, wanted->tag, "in '%s'", text);
}

static bool begins(const char *at) {
  return ((unsigned char)*at & 0xC0) != 0x80;
}

static void try_text(const gs_word_set *set, const gs_word *words, uint32_t count) {
  char text[256];
  size_t length = compose(text, 0, 12), at = 0, from = 0;
  check(gs_word_set_get(set, text, length), expected(words, count, text, length, ALL), text);
  check(gs_word_set_head(set, text, length), expected(words, count, text, length, START), text);
  check(gs_word_set_tail(set, text, length), expected(words, count, text, length, END), text);
  const gs_word *found = gs_word_set_find(set, text, length, &at), *wanted = NULL;
  while (from < length && (!begins(text + from) || (wanted = expected(words, count, text + from, length - from, START)) == NULL)) from++;
  check(found, wanted, text);
  cr_assert_eq(at, from, "in '%s'", text);
}

Test(word_set, finds_what_looking_for_each_word_finds) {
  static char bytes[40][64];
  for (int round = 0; round < 400; round++) {
    gs_word words[40];
    uint32_t count = below(40);
    for (uint32_t i = 0; i < count; i++) {
      size_t length = compose(bytes[i], 1, 1 + (uint32_t)round % 4);
      words[i] = (gs_word){.bytes = bytes[i], .length = (uint32_t)length, .tag = bytes[i]};
      /* A word that occurs twice keeps its first tag. */
      for (uint32_t k = 0; k < i; k++)
        if (strcmp(bytes[k], bytes[i]) == 0) words[i].tag = words[k].tag;
    }
    void *memory = malloc(gs_word_set_size(count));
    const gs_word_set *set = gs_word_set_build(memory, words, count);
    for (int text = 0; text < 100; text++) try_text(set, words, count);
    free(memory);
  }
}

/* Bytes that are no UTF-8, as a Lua string may be, are neither read past nor taken for a word. */
Test(word_set, stays_within_a_text_that_ends_in_a_code_point) {
  gs_word words[] = {{.bytes = "가", .length = 3}, {.bytes = "가나", .length = 6}};
  void *memory = malloc(gs_word_set_size(2));
  const gs_word_set *set = gs_word_set_build(memory, words, 2);
  for (size_t length = 0; length <= 6; length++) {
    char *text = malloc(length + 1);
    size_t at = 0;
    memcpy(text, "가나", length);
    const gs_word *word = gs_word_set_find(set, text, length, &at);
    cr_expect_eq(word == NULL ? 0 : word->length, length >= 6 ? 6u : length >= 3 ? 3u : 0u);
    word = gs_word_set_tail(set, text, length);
    cr_expect_eq(word == NULL ? 0 : word->length, length == 6 ? 6u : length == 3 ? 3u : 0u);
    free(text);
  }
  free(memory);
}

Test(pool, gives_blocks_apart_and_takes_them_back) {
  enum { BLOCKS = 20000 };
  static struct { unsigned char *bytes; size_t size; } blocks[BLOCKS];
  gs_pool pool;
  gs_pool_open(&pool, gs_heap);
  cr_assert_null(gs_pool_take(&pool, 0));
  cr_assert_null(gs_pool_take(&pool, GS_POOL_LARGEST + 1));
  for (int turn = 0; turn < 200000; turn++) {
    uint32_t i = below(BLOCKS);
    if (blocks[i].bytes != NULL) {
      for (size_t k = 0; k < blocks[i].size; k++) cr_assert_eq(blocks[i].bytes[k], (unsigned char)i);
      cr_assert(gs_pool_holds(&pool, blocks[i].bytes));
      gs_pool_give(&pool, blocks[i].bytes, blocks[i].size);
    }
    blocks[i].size = 1 + below(GS_POOL_LARGEST);
    blocks[i].bytes = gs_pool_take(&pool, blocks[i].size);
    if (blocks[i].bytes == NULL) continue; /* the region is full */
    cr_assert_eq((uintptr_t)blocks[i].bytes % GS_POOL_STEP, 0);
    memset(blocks[i].bytes, (int)i, blocks[i].size);
  }
  gs_pool_close(&pool, gs_heap);
  cr_assert_null(gs_pool_take(&pool, 8));
  cr_assert_not(gs_pool_holds(&pool, &pool));
}
