/* Limits of work grow with the text, and end what does not. */
#include "loading.h"

#define LENGTH ((size_t)200 << 10) /* 1 + 200 / 64 times the limit */

static const char before[] = "return { name = 'p', version = '1', summary = 's', fields = {{'a', 'span', 'd'}}, extract = function(doc)\n";

static const struct {
  const char *body;
  gs_call_status status;
  const char *message;
} calls[] = {
    /* Some 60 instructions a byte, of 76 that there may be. */
    {"local n = 0 for _ = 1, 30 * #doc.body do n = n + 1 end return {{a = doc.body:left(1)}}", GS_CALL_OK, ""},
    {"local n = 0 for _ = 1, 60 * #doc.body do n = n + 1 end", GS_CALL_LIMIT, "the limit of 20000000 instructions is spent"},
    {"while true do end", GS_CALL_LIMIT, "the limit of 20000000 instructions is spent"},
    {"return {{a = doc.body}, {a = doc.body}, {a = doc.body}, {a = doc.body}, {a = doc.body}, {a = doc.body}}", GS_CALL_OK, ""},
    {"local t = {} for i = 1, 30 do t[i] = {a = doc.body} end return t", GS_CALL_LIMIT, "the limit of 4194304 record_bytes is spent"},
    /* 16 MB, and 4 bytes for each byte of the text. */
    {"local t = {} for i = 1, 68 do t[i] = string.rep('x', 250000) end", GS_CALL_EMPTY, ""},
    {"local t = {} for i = 1, 72 do t[i] = string.rep('x', 250000) end", GS_CALL_LIMIT, "the limit of 17596416 bytes of memory is spent"},
    {"require('re').match('(?:a|b)++[cd]', doc.body)", GS_CALL_LIMIT, "the limit of 80000000 match_steps is spent"},
};

static void call(const char *body, const char *text, gs_call_status wanted, const char *message) {
  static char source[1024];
  loading l;
  gs_arena arena;
  gs_diagnostics diagnostics;
  gs_document document;
  gs_records records;
  char got[GS_SCRIPT_MESSAGE] = "";
  int length = snprintf(source, sizeof source, "%s%s\nend }", before, body);
  load_source(&l, source, (size_t)length);
  cr_assert_eq(l.status, GISA_OK, "%s", l.message);
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics_init(&diagnostics, &arena);
  cr_assert_eq(gs_document_parse(&arena, text, strlen(text), NULL, &gs_document_defaults, &diagnostics, &document), GISA_OK);
  cr_expect_eq(gs_extractor_call(&l.extractor, &arena, &document, "id", NULL, 0, NULL, NULL, &records, got), wanted, "%s: %s", body, got);
  cr_expect_eq(strncmp(got, message, strlen(message)), 0, "%s: %s", body, got);
  gs_arena_free(&arena);
  unload(&l);
}

Test(limit, grows_with_the_text, .timeout = 120) {
  char *text = malloc(LENGTH + 1);
  memset(text, 'a', LENGTH);
  text[LENGTH] = '\0';
  for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) call(calls[i].body, text, calls[i].status, calls[i].message);
  free(text);
}

Test(limit, is_what_it_says_for_an_article) {
  call("while true do end", "한 문장.", GS_CALL_LIMIT, "the limit of 5000000 instructions is spent");
}
