/* What calls leave in an extractor's memory until it is collected: never much more than what the extractor has loaded. */
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
