/* Memory that is out, at every allocation in turn: loading an extractor, one document, the result written. Each failure must be
 * told as one or give the whole result; the engine is freed without a leak (which a sanitizer sees), or goes on once there is memory. */
#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "gisa.h"

#define PLUGINS GISA_SOURCE_DIR "/tests/engine/small"

static const char article[] = "---\nid: a-1\ntitle: \"&quot;시작&quot;\"\ntags: [하나, 둘]\n---\n\n# 제목\n\n홍길동은 \"이제 시작이다\"라고 말했다. 김철수도 왔다.\n\n"
                              "끝이 아니다. \xff\xfe 그렇게 \"말했다.\n";

typedef struct heap {
  size_t calls, failing; /* which call fails, from 1; 0 for none */
  bool lasting;          /* and all behind it */
  size_t blocks;         /* that are not given back */
} heap;

static void *resize(void *context, void *block, size_t size) {
  heap *h = context;
  if (size == 0) {
    h->blocks -= block != NULL;
    free(block);
    return NULL;
  }
  h->calls++;
  if (h->failing > 0 && (h->calls == h->failing || (h->lasting && h->calls > h->failing))) return NULL;
  void *moved = realloc(block, size);
  h->blocks += block == NULL && moved != NULL;
  return moved;
}

typedef struct text {
  char bytes[16384];
  size_t length;
} text;

static int append(void *context, const char *bytes, size_t length) {
  text *t = context;
  if (length >= sizeof t->bytes - t->length) return -1;
  memcpy(t->bytes + t->length, bytes, length);
  t->length += length;
  t->bytes[t->length] = '\0';
  return 0;
}

static gisa_status extract(gisa_engine *engine, text *written) {
  gisa_result *result = NULL;
  written->length = 0;
  written->bytes[0] = '\0';
  gisa_status status = gisa_extract(engine, &(gisa_input){.bytes = article, .length = sizeof article - 1, .path = "news/a.md"}, &result);
  if (status != GISA_OK) {
    cr_expect_null(result);
    return status;
  }
  status = gisa_result_write(result, GISA_YAML, append, written);
  if (gisa_result_failures(result) > 0) return GISA_EXTRACTOR;
  return status;
}

/* All of it once. Returns what the last step that was reached gave. */
static gisa_status run(heap *h, text *written, const text *whole) {
  gisa_engine *engine = gisa_engine_new(&(gisa_allocator){resize, h});
  if (engine == NULL) return GISA_NO_MEMORY;
  gisa_status status = gisa_engine_add_plugins(engine, PLUGINS);
  if (status == GISA_OK) status = gisa_engine_load(engine);
  if (status == GISA_OK) status = gisa_engine_set(engine, "shapes.limit", "9");
  if (status == GISA_OK) {
    status = extract(engine, written);
    /* With memory again, the same engine gives the whole result. */
    h->failing = 0;
    if (status != GISA_OK && whole != NULL) {
      text again;
      cr_expect_eq(extract(engine, &again), GISA_OK, "call %zu: the engine does not go on", h->calls);
      cr_expect_str_eq(again.bytes, whole->bytes, "call %zu", h->calls);
    }
  } else {
    cr_expect_neq(gisa_engine_message(engine)[0], '\0');
  }
  gisa_engine_free(engine);
  return status;
}

static void fail_each(bool lasting) {
  static text whole, written;
  heap h = {0};
  cr_assert_eq(run(&h, &whole, NULL), GISA_OK);
  cr_assert_eq(h.blocks, 0);
  cr_assert_not_null(strstr(whole.bytes, "shapes: ok"), "%s", whole.bytes);
  size_t calls = h.calls, failed = 0;
  for (size_t n = 1; n <= calls; n++) {
    h = (heap){.failing = n, .lasting = lasting};
    gisa_status status = run(&h, &written, &whole);
    cr_expect_eq(h.blocks, 0, "call %zu: %zu blocks were not given back", n, h.blocks);
    cr_expect(status == GISA_OK || status == GISA_NO_MEMORY || status == GISA_EXTRACTOR, "call %zu: status %d", n, (int)status);
    /* Lua collects garbage and asks again, so that a single failure may cost nothing; but then nothing is missing. */
    if (status == GISA_OK) cr_expect_str_eq(written.bytes, whole.bytes, "call %zu: a part is missing", n);
    failed += status != GISA_OK;
  }
  cr_log_info("%zu allocations, %zu failures told", calls, failed);
  cr_expect_gt(calls, 200);
  cr_expect_gt(failed, 20);
}

Test(no_memory, is_told_once, .timeout = 300) {
  fail_each(false);
}

Test(no_memory, is_told_for_good, .timeout = 300) {
  fail_each(true);
}
