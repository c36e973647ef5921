/* Compiling patterns while memory runs out at each allocation in turn: PCRE2's JIT does not survive that by itself. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "script/pattern_cache.h"

typedef struct heap {
  size_t calls, fail_from, blocks;
} heap;

static void *resize(void *context, void *block, size_t size) {
  heap *h = context;
  if (size == 0) {
    if (block != NULL) h->blocks--;
    free(block);
    return NULL;
  }
  if (++h->calls >= h->fail_from) return NULL;
  if (block == NULL) h->blocks++;
  return realloc(block, size);
}

/* true where the pattern was compiled. */
static bool compile(heap *h, const char *source) {
  char message[256] = "";
  gs_patterns patterns;
  if (gs_patterns_open(&patterns, (gs_allocator){.resize = resize, .context = h}) != GISA_OK) return false;
  gs_pattern *pattern = gs_pattern_compile(&patterns, source, strlen(source), 0, true, message, sizeof message);
  bool done = pattern != NULL;
  if (!done) cr_expect_str_eq(message, "out of memory");
  if (done) gs_pattern_prepare(&patterns, pattern);
  if (done) cr_expect_not_null(pattern->code);
  gs_patterns_close(&patterns);
  return done;
}

static const char *const sources[] = {
    "a",
    "(?:서울|부산|대구)에서\\s(?<who>[^\\s]+?)(?:은|는|이|가)(?![가-힣])",
    "(?<=에서|에게|의|한)(?<name>[가-힣]{2,4})(?<!라며|면서|했다|을)(?:\\([^()]{1,20}\\))?(?=\\s)",
    "^(?:(?:[^,.\\s]+\\s){0,12}?[^,.]*(?:힌|긴|킨|던|한)\\s?(?:데|것|점)(?:에|을|를)?\\s?(?:대해|관련)|(a(b|c)*d)++)$",
};

Test(pattern_memory, may_run_out_at_each_allocation) {
  for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
    heap counted = {.fail_from = SIZE_MAX};
    cr_assert(compile(&counted, sources[i]));
    cr_expect_eq(counted.blocks, 0);
    for (size_t at = 1; at <= counted.calls; at++) {
      heap h = {.fail_from = at};
      compile(&h, sources[i]);
      cr_expect_eq(h.blocks, 0, "%zu blocks of pattern %zu are lost from call %zu on", h.blocks, i, at);
    }
  }
}
