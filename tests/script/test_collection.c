/* What calls leave in memory: never much more than what the extractor has loaded. */
#include "loading.h"

#define CALLS 500

/* Each call keeps its tables until it ends, as the shipped extractors do: they have grown old by then, so collecting what is young
 * does not find them. */
static const char source[] = "local words = {} for i = 1, 10000 do words[i] = {i} end\n"
                             "return { name = 'p', version = '1', summary = 's', fields = {{'a', 'span', 'd'}}, extract = function(doc)\n"
                             "  local kept = {} for i = 1, 2000 do kept[i] = {i, #words} end\n"
                             "  return {{a = doc.body}}\n"
                             "end }";

static size_t used_behind_call(loading *l, gs_arena *arena, const gs_document *document) {
  gs_records records;
  char message[GS_SCRIPT_MESSAGE] = "";
  cr_assert_eq(gs_extractor_call(&l->extractor, arena, document, "id", NULL, 0, NULL, NULL, &records, message), GS_CALL_OK, "%s", message);
  return l->extractor.state.budget.memory_used;
}

Test(collection, leaves_little_between_calls) {
  static const char text[] = "한 문장.";
  loading l;
  gs_arena arena;
  gs_diagnostics diagnostics;
  gs_document document;
  load_source(&l, source, sizeof source - 1);
  cr_assert_eq(l.status, GISA_OK, "%s", l.message);
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics_init(&diagnostics, &arena);
  cr_assert_eq(gs_document_parse(&arena, text, sizeof text - 1, NULL, &gs_document_defaults, &diagnostics, &document), GISA_OK);
  used_behind_call(&l, &arena, &document); /* the first one may still find what loading left */
  size_t least = SIZE_MAX, most = 0;
  for (int i = 0; i < CALLS; i++) {
    size_t used = used_behind_call(&l, &arena, &document);
    if (used < least) least = used;
    if (used > most) most = used;
  }
  cr_expect_leq(most, least + least / 4 + 1024, "%zu bytes at most, %zu at least", most, least);
  gs_arena_free(&arena);
  unload(&l);
}

static size_t counted_patterns(const gs_patterns *patterns) {
  size_t count = 0;
  for (size_t b = 0; b < sizeof patterns->buckets / sizeof patterns->buckets[0]; b++)
    for (const gs_pattern *pattern = patterns->buckets[b]; pattern != NULL; pattern = pattern->next) count += pattern->counted != NULL;
  return count;
}

/* A call that is made again with counting, as it is when a busy machine makes it slow, needs code of each of its patterns once more. */
Test(collection, leaves_no_code_that_counts) {
  static const char slow[] = "local re = require('re')\n"
                             "return { name = 'p', version = '1', summary = 's', fields = {{'a', 'span', 'd'}}, extract = function(doc)\n"
                             "  re.match('(?:a|aa)*[cd]', doc.body)\n"
                             "  return {{a = doc.body}}\n"
                             "end }";
  char text[24];
  memset(text, 'a', sizeof text - 1);
  text[sizeof text - 1] = '\0';
  loading l;
  gs_arena arena;
  gs_diagnostics diagnostics;
  gs_document document;
  load_source(&l, slow, sizeof slow - 1);
  cr_assert_eq(l.status, GISA_OK, "%s", l.message);
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics_init(&diagnostics, &arena);
  cr_assert_eq(gs_document_parse(&arena, text, sizeof text - 1, NULL, &gs_document_defaults, &diagnostics, &document), GISA_OK);
  used_behind_call(&l, &arena, &document);
  cr_expect(l.extractor.state.budget.counted, "the call was made again");
  cr_expect_eq(counted_patterns(&l.patterns), 0);
  gs_arena_free(&arena);
  unload(&l);
}
