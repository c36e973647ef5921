/* Merging is associative, commutative and idempotent, and what is written is merged again as what it was made from. Shown with the results of
 * the example articles, and with those of the gold set where that is there. */
#include <criterion/criterion.h>
#include <glob.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gisa.h"

#define MOST 256

typedef struct text {
  char *bytes;
  size_t length, room;
} text;

static int append(void *context, const char *bytes, size_t length) {
  text *t = context;
  if (t->room - t->length <= length) {
    t->room = t->room * 2 + length + 1;
    t->bytes = realloc(t->bytes, t->room);
    cr_assert_not_null(t->bytes);
  }
  memcpy(t->bytes + t->length, bytes, length);
  t->length += length;
  t->bytes[t->length] = '\0';
  return 0;
}

static text read_file(const char *path) {
  text t = {0};
  char block[65536];
  FILE *file = fopen(path, "r");
  cr_assert_not_null(file, "%s", path);
  for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;) append(&t, block, got);
  fclose(file);
  return t;
}

typedef struct results {
  text items[MOST];
  size_t count;
} results;

static void extract_all(gisa_engine *engine, const char *pattern, results *all) {
  glob_t found;
  if (glob(pattern, 0, NULL, &found) != 0) {
    fprintf(stderr, "skipped: nothing is at %s\n", pattern);
    return;
  }
  for (size_t i = 0; i < found.gl_pathc && all->count < MOST; i++) {
    text source = read_file(found.gl_pathv[i]);
    gisa_result *result;
    gisa_input input = {.bytes = source.bytes, .length = source.length, .path = found.gl_pathv[i]};
    cr_assert_eq(gisa_extract(engine, &input, &result), GISA_OK);
    cr_assert_eq(gisa_result_write(result, i % 2 == 0 ? GISA_NDJSON : GISA_YAML, append, &all->items[all->count++]), GISA_OK);
    free(source.bytes);
  }
  globfree(&found);
}

static void make_results(results *all) {
  gisa_engine *engine = gisa_engine_new(NULL);
  cr_assert_eq(gisa_engine_add_plugins(engine, GISA_SOURCE_DIR "/plugins"), GISA_OK);
  cr_assert_eq(gisa_engine_load(engine), GISA_OK, "%s", gisa_engine_message(engine));
  extract_all(engine, GISA_SOURCE_DIR "/examples/articles/*.txt", all);
  extract_all(engine, GISA_SOURCE_DIR "/../shared/gold/articles/*", all);
  gisa_engine_free(engine);
}

static void add(gisa_merge *merge, const text *t) {
  cr_assert_eq(gisa_merge_add(merge, t->bytes, t->length), GISA_OK, "%s", gisa_merge_message(merge));
}

static text write(gisa_merge *merge, gisa_format format) {
  text t = {0};
  cr_assert_eq(gisa_merge_write(merge, format, append, &t), GISA_OK);
  return t;
}

/* Deterministic, so that a failure can be seen again. */
static unsigned draw(unsigned *state, unsigned below) {
  *state = *state * 1664525u + 1013904223u;
  return (*state >> 8) % below;
}

/* Merges a random part of the results, each in a random place of the order, some of them twice, in a tree of random shape. */
static text merge_randomly(const results *all, unsigned seed) {
  gisa_merge *parts[8];
  unsigned count = 1 + draw(&seed, 8), order[MOST];
  for (unsigned p = 0; p < count; p++) parts[p] = gisa_merge_new(NULL);
  for (unsigned i = 0; i < all->count; i++) order[i] = i;
  for (unsigned i = (unsigned)all->count; i > 1; i--) {
    unsigned k = draw(&seed, i), kept = order[i - 1];
    order[i - 1] = order[k];
    order[k] = kept;
  }
  for (unsigned i = 0; i < all->count; i++)
    for (unsigned times = 1 + (draw(&seed, 4) == 0); times > 0; times--) add(parts[draw(&seed, count)], &all->items[order[i]]);
  while (count > 1) {
    unsigned from = draw(&seed, count), to = (from + 1 + draw(&seed, count - 1)) % count;
    text part = write(parts[from], (gisa_format)draw(&seed, 3));
    add(parts[to], &part);
    if (draw(&seed, 3) == 0) add(parts[to], &part);
    free(part.bytes);
    gisa_merge_free(parts[from]);
    parts[from] = parts[--count];
  }
  text whole = write(parts[0], GISA_NDJSON);
  gisa_merge_free(parts[0]);
  return whole;
}

Test(merge, is_the_same_for_every_order_and_grouping) {
  static results all;
  make_results(&all);
  cr_assert_geq(all.count, 5);
  gisa_merge *merge = gisa_merge_new(NULL);
  for (size_t i = 0; i < all.count; i++) add(merge, &all.items[i]);
  text wanted = write(merge, GISA_NDJSON);
  for (unsigned seed = 1; seed <= 20; seed++) {
    text got = merge_randomly(&all, seed);
    cr_expect(got.length == wanted.length && memcmp(got.bytes, wanted.bytes, got.length) == 0, "seed %u", seed);
    free(got.bytes);
  }
  cr_expect_eq(gisa_merge_makers(merge), 1);
  gisa_merge_free(merge);
  free(wanted.bytes);
  for (size_t i = 0; i < all.count; i++) free(all.items[i].bytes);
}

/* A heap that counts. */
typedef struct heap {
  size_t blocks, calls, fail_at;
  size_t bytes, peak;
} heap;

static void *resize(void *context, void *block, size_t size) {
  heap *h = context;
  if (size == 0) {
    h->blocks -= block != NULL;
    h->bytes -= malloc_usable_size(block);
    free(block);
    return NULL;
  }
  if (++h->calls == h->fail_at) return NULL;
  size_t before = malloc_usable_size(block);
  void *grown = realloc(block, size);
  h->blocks += block == NULL && grown != NULL;
  if (grown != NULL) h->bytes += malloc_usable_size(grown) - before;
  if (h->bytes > h->peak) h->peak = h->bytes;
  return grown;
}

/* The results of the example articles, kept as they once were: extractors change, merging is to stay. */
static gisa_merge *merge_seeds(heap *h) {
  text seeds = read_file(GISA_SOURCE_DIR "/tests/engine/merge/seeds.ndjson");
  gisa_merge *merge = gisa_merge_new(&(gisa_allocator){resize, h});
  for (char *line = seeds.bytes, *end; merge != NULL && (end = strchr(line, '\n')) != NULL; line = end + 1) {
    gisa_status status = gisa_merge_add(merge, line, (size_t)(end - line));
    if (h->fail_at == 0) cr_assert_eq(status, GISA_OK, "%s", gisa_merge_message(merge));
  }
  free(seeds.bytes);
  return merge;
}

Test(merge, of_the_seeds_reads_as_it_did) {
  heap h = {0};
  gisa_merge *merge = merge_seeds(&h);
  text got = write(merge, GISA_YAML), wanted = read_file(GISA_SOURCE_DIR "/tests/engine/merge/seeds.yaml");
  cr_expect_str_eq(got.bytes, wanted.bytes);
  gisa_merge_free(merge);
  cr_expect_eq(h.blocks, 0);
  free(got.bytes);
  free(wanted.bytes);
}

Test(merge, survives_every_failed_allocation) {
  heap counted = {0};
  gisa_merge *whole = merge_seeds(&counted);
  text all = write(whole, GISA_NDJSON);
  gisa_merge_free(whole);
  cr_assert_gt(counted.calls, 3);
  for (size_t fail_at = 1; fail_at <= counted.calls; fail_at++) {
    heap h = {.fail_at = fail_at};
    text t = {0};
    gisa_merge *merge = merge_seeds(&h);
    if (merge != NULL) gisa_merge_write(merge, GISA_NDJSON, append, &t);
    gisa_merge_free(merge);
    free(t.bytes);
    cr_expect_eq(h.blocks, 0);
  }
  /* And of what is merged already. */
  gisa_status status = GISA_NO_MEMORY;
  for (size_t fail_at = 1; status != GISA_OK; fail_at++) {
    heap h = {.fail_at = fail_at};
    gisa_merge *merge = gisa_merge_new(&(gisa_allocator){resize, &h});
    if (merge != NULL) status = gisa_merge_add(merge, all.bytes, all.length);
    if (merge != NULL && status == GISA_OK) status = h.calls < fail_at ? GISA_OK : GISA_NO_MEMORY;
    gisa_merge_free(merge);
    cr_expect_eq(h.blocks, 0);
    cr_assert_lt(fail_at, 1000);
  }
  free(all.bytes);
}

/* Adds a document of ten quotes that nobody else has where own is set, and that all have where it is not. */
static void add_document(gisa_merge *merge, unsigned number, bool own) {
  char line[8192];
  int length = snprintf(line, sizeof line,
                        "{\"gisa\":1,\"source\":{\"digest\":\"sha256:%064u\"},\"made_with\":null,\"article\":{\"id\":\"%020u\",\"title\":"
                        "\"인공지능 모델 개발 사업 1차 발표회\",\"url\":\"https://news.example.org/%u\"},\"quotes\":[",
                        number, number, number);
  for (unsigned q = 0; q < 10; q++) {
    unsigned about = own ? number * 10 + q : q;
    length += snprintf(line + length, sizeof line - (size_t)length,
                       "%s{\"text\":\"%u번째 사업의 성과를 국민이 체감하도록 모든 역량을 모으겠다\",\"speaker\":\"배경훈\",\"at\":[%u,%u]}",
                       q == 0 ? "" : ",", about, q * 100, q * 100 + 90);
  }
  length += snprintf(line + length, sizeof line - (size_t)length,
                     "],\"identity\":{\"quotes\":[\"text\",\"speaker\"]},\"extractors\":{\"quotes\":\"ok\"},\"diagnostics\":[]}");
  cr_assert_eq(gisa_merge_add(merge, line, (size_t)length), GISA_OK, "%s", gisa_merge_message(merge));
}

static int forget(void *context, const char *bytes, size_t length) {
  (void)context;
  (void)bytes;
  (void)length;
  return 0;
}

/* The most memory that merging and writing took. */
static size_t measure(unsigned documents, bool own, unsigned times) {
  heap h = {0};
  gisa_merge *merge = gisa_merge_new(&(gisa_allocator){resize, &h});
  for (; times > 0; times--)
    for (unsigned i = 0; i < documents; i++) add_document(merge, i, own);
  cr_assert_eq(gisa_merge_write(merge, GISA_YAML, forget, NULL), GISA_OK);
  gisa_merge_free(merge);
  return h.peak;
}

/* The most that the same took where it came as one merged result. */
static size_t measure_merged(unsigned documents) {
  heap h = {0};
  gisa_merge *merge = gisa_merge_new(NULL), *again = gisa_merge_new(&(gisa_allocator){resize, &h});
  for (unsigned i = 0; i < documents; i++) add_document(merge, i, true);
  text merged = write(merge, GISA_NDJSON);
  add(again, &merged);
  text twice = write(again, GISA_NDJSON);
  cr_expect_str_eq(twice.bytes, merged.bytes);
  free(merged.bytes);
  free(twice.bytes);
  gisa_merge_free(merge);
  gisa_merge_free(again);
  return h.peak;
}

/* Blocks of memory double, so what is measured may be twice what is used. */
Test(merge, takes_memory_for_what_differs) {
  size_t few = measure(500, false, 1), many = measure(8000, false, 1), repeated = measure(8000, false, 3), own = measure(500, true, 1);
  cr_expect_lt(many, 8000 * 1500, "%zu bytes for 8,000 documents that say the same", many);
  cr_expect_lt(repeated, many + many / 4, "%zu bytes where they come three times, %zu where once", repeated, many);
  cr_expect_gt(own, few + 5000 * 200, "%zu bytes for 5,000 quotes, %zu for 10", own, few);
  cr_expect_lt(own, few + 5000 * 2500, "%zu bytes for 5,000 quotes, %zu for 10", own, few);
  size_t merged = measure_merged(500);
  cr_expect_lt(merged, own + own / 4, "%zu bytes for 5,000 quotes that are merged already, %zu for those of articles", merged, own);
}
