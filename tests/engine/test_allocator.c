/* Memory comes from where the embedder says, all of it goes back, and an engine says so when there is none. */
#include <criterion/criterion.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gisa.h"

static const char article[] = "---\nid: a-1\ntitle: \"발표회\"\n---\n\n배경훈 장관은 30일 열린 발표회에서 &quot;정예팀 모두가 승자&quot;라고 말했다. "
                              "이날 행사에는 정재헌 SK텔레콤 CEO 등 1000여명이 참석했다.\n";

typedef struct heap {
  size_t blocks, bytes, most, calls, fail_from; /* bytes: that are out now; most: at any time */
} heap;

static void *resize(void *context, void *block, size_t size) {
  heap *h = context;
  size_t before = block == NULL ? 0 : malloc_usable_size(block);
  if (size == 0) {
    h->blocks -= block != NULL;
    h->bytes -= before;
    free(block);
    return NULL;
  }
  h->calls++;
  if (h->fail_from != 0 && h->calls >= h->fail_from) return NULL;
  void *grown = realloc(block, size);
  if (grown == NULL) return NULL;
  h->blocks += block == NULL;
  h->bytes += malloc_usable_size(grown) - before;
  if (h->bytes > h->most) h->most = h->bytes;
  return grown;
}

static int drop(void *context, const char *bytes, size_t length) {
  (void)bytes;
  *(size_t *)context += length;
  return 0;
}

/* Loads, extracts and merges; the bytes that came out, 0 where memory ran out on the way. */
static size_t go(heap *h) {
  gisa_allocator allocator = {resize, h};
  gisa_engine *engine = gisa_engine_new(&allocator);
  gisa_merge *merge = gisa_merge_new(&allocator);
  gisa_result *result;
  size_t written = 0;
  gisa_input input = {.bytes = article, .length = sizeof article - 1, .path = "a.md"};
  bool well = engine != NULL && merge != NULL && gisa_engine_add_plugins(engine, GISA_SOURCE_DIR "/plugins") == GISA_OK &&
              gisa_engine_choose(engine, "attendees,quotes") == GISA_OK && gisa_engine_load(engine) == GISA_OK &&
              gisa_extract(engine, &input, &result) == GISA_OK && gisa_result_failures(result) == 0 &&
              gisa_merge_add_result(merge, result) == GISA_OK &&
              gisa_merge_write(merge, GISA_YAML, drop, &written) == GISA_OK;
  gisa_merge_free(merge);
  gisa_engine_free(engine);
  return well ? written : 0;
}

Test(allocator, gets_all_memory_back) {
  heap h = {0};
  cr_expect_gt(go(&h), 0);
  cr_expect_gt(h.calls, 1000);
  cr_expect_eq(h.blocks, 0);
}

/* Memory that runs out stays out. Steps grow, for the early ones are the different ones. */
Test(allocator, may_run_out_at_any_time) {
  heap counted = {0};
  go(&counted);
  for (size_t at = 1; at < counted.calls; at += 1 + at / 8) {
    heap h = {.fail_from = at};
    cr_expect_eq(go(&h), 0, "nothing was missed without memory from call %zu on", at);
    cr_expect_eq(h.blocks, 0, "%zu blocks are lost from call %zu on", h.blocks, at);
  }
}

/* What an extractor takes up to its limit is there again for the next document, and not only once that has taken as much. */
Test(allocator, gets_what_a_bomb_took) {
  static const char *const bombs[] = {"memory_table", "memory_closures", "memory_string", "memory_spans", "memory_matches"};
  for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
    heap h = {0};
    gisa_engine *engine = gisa_engine_new(&(gisa_allocator){resize, &h});
    gisa_result *result;
    cr_assert_eq(gisa_engine_add_plugins(engine, GISA_SOURCE_DIR "/tests/hostile/plugins"), GISA_OK);
    cr_assert_eq(gisa_engine_choose(engine, bombs[i]), GISA_OK);
    gisa_engine_load(engine); /* others of the folder fail there, as they mean to */
    size_t before = h.bytes;
    cr_assert_eq(gisa_extract(engine, &(gisa_input){.bytes = article, .length = sizeof article - 1}, &result), GISA_OK);
    cr_expect_eq(gisa_result_failures(result), 1);
    cr_expect_gt(h.most, before + 2000000, "%s took only %zu bytes", bombs[i], h.most - before);
    cr_expect_lt(h.bytes, before + 1000000, "%s: %zu bytes before, %zu behind", bombs[i], before, h.bytes);
    gisa_engine_free(engine);
    cr_expect_eq(h.blocks, 0);
  }
}
