#include <stdlib.h>
#include <time.h>

#include "text/cleaned.h"
#include "text/random_source.h"

/* Diagnostics as "stage: message [start,stop)", one a line. */
static const struct {
  const char *source;
  size_t length;
  const char *clean, *diagnostics;
} cases[] = {
    {BYTES(""), "", ""},
    {BYTES("한글과 English, 漢字.\n\t끝"), "한글과 English, 漢字.\n\t끝", ""},
    {BYTES("a\r\nb\rc\n\rd\r\r\ne\r"), "a\nb\nc\n\nd\n\ne\n", ""},
    {BYTES("a\0b"), "ab", "text: 1 control character left out at byte 1 [1,2)\n"},
    {BYTES("a\1b\x7F\xC2\x80&#2;c"), "abc", "text: 4 control characters left out, the first at byte 1 [1,2)\n"},
    {BYTES("a\x0B\x0C"
           "b"),
     "ab", "text: 2 control characters left out, the first at byte 1 [1,2)\n"},
    {BYTES("\xEF\xBB\xBF"
           "a\xEF\xBB\xBF"),
     "a\uFEFF", ""},
    {BYTES("가\xFF나\xFE"), "가\uFFFD나\uFFFD",
     "encoding: 2 invalid UTF-8 sequences replaced by U+FFFD, the first at byte 3 [3,4)\n"},
    {BYTES("\xFF\0&#0;"), "\uFFFD\uFFFD",
     "encoding: 1 invalid UTF-8 sequence replaced by U+FFFD at byte 0 [0,1)\n"
     "text: 1 control character left out at byte 1 [1,2)\n"
     "text: 1 character reference to no character replaced by U+FFFD at byte 2 [2,6)\n"},
    {BYTES("\u1112\u1161\u11AB글"), "한글", ""},
    {BYTES("\u1112&#x1161;\0\u11AB"), "한", "text: 1 control character left out at byte 11 [11,12)\n"},
    {BYTES("가\u11A8 가\u11A7"), "각 가\u11A7", ""},
    {BYTES("\u0301e"), "\u0301e", ""},
    {BYTES("\uF900"), "\u8C48", ""},
    {BYTES("\u2028\u200B\u00AD"), "\u2028\u200B\u00AD", ""},
};

static void print_diagnostics(const gs_diagnostics *diagnostics, char *out, size_t size) {
  size_t length = 0;
  out[0] = '\0';
  for (const gs_diagnostic *d = diagnostics->first; d; d = d->next)
    length +=
        (size_t)snprintf(out + length, size - length, "%s: %s [%u,%u)\n", d->stage, d->message, d->start, d->stop);
}

Test(clean, repairs_with_a_diagnostic_for_each_kind) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cleaned result;
    clean_source(&result, cases[i].source, cases[i].length, NULL);
    cr_expect(strcmp(result.text.bytes, cases[i].clean) == 0, "case %zu: %s", i, result.text.bytes);
    char diagnostics[1024];
    print_diagnostics(&result.diagnostics, diagnostics, sizeof diagnostics);
    cr_expect(strcmp(diagnostics, cases[i].diagnostics) == 0, "case %zu: %s", i, diagnostics);
    free_cleaned(&result);
  }
}

Test(clean, text_without_changes_is_one_run) {
  cleaned result;
  clean_source(&result, BYTES("\"한글\"과 “인용”… 漢字, ㈜ 10㎡ → 😀, Привет"), NULL);
  cr_expect(result.text.map.count == 1 && result.text.map.runs[0].straight);
  free_cleaned(&result);
}

Test(clean, entities_wait_for_their_offset) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  gs_text decoded, clean;
  const char *source = "\xEF\xBB\xBF&lt;\r\n&lt;\r\n&lt;";
  cr_assert(gs_text_decode(&arena, source, strlen(source), NULL, &diagnostics, &decoded) == GISA_OK);
  static const struct {
    uint32_t from;
    const char *clean;
  } offsets[] = {{0, "<\n<\n<"}, {1, "&lt;\n<\n<"}, {6, "&lt;\n<\n<"}, {7, "&lt;\n&lt;\n<"}, {99, "&lt;\n&lt;\n&lt;"}};
  for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++) {
    cr_assert(gs_text_clean(&arena, &decoded, offsets[i].from, &diagnostics, &clean) == GISA_OK);
    cr_expect(strcmp(clean.bytes, offsets[i].clean) == 0, "from %u: %s", (unsigned)offsets[i].from, clean.bytes);
  }
  gs_arena_free(&arena);
}

Test(clean, unescapes_values) {
  static const struct {
    const char *value, *unescaped;
  } values[] = {
      {"", ""}, {"plain", "plain"}, {"&quot;인용&quot;", "\"인용\""}, {"e\u0301", "\u00E9"}, {"&amp;amp;", "&amp;"}};
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
    const char *unescaped;
    size_t length;
    cr_assert(gs_text_unescape(&arena, values[i].value, strlen(values[i].value), &unescaped, &length) == GISA_OK);
    cr_expect(length == strlen(values[i].unescaped) && strcmp(unescaped, values[i].unescaped) == 0, "%s", unescaped);
  }
  gs_arena_free(&arena);
}

Test(clean, is_idempotent) {
  static random_source random;
  for (uint64_t seed = 1; seed <= 3000; seed++) {
    make_random_source(&random, seed, 40);
    cleaned once;
    clean_source(&once, random.source, random.source_length, NULL);
    gs_text twice;
    gs_text decoded = {
        once.text.bytes, once.text.length, {&(gs_offset_run){0, 0, 1}, 1, once.text.length, once.text.length}};
    cr_assert(gs_text_clean(&once.arena, &decoded, UINT32_MAX, &once.diagnostics, &twice) == GISA_OK);
    cr_assert(strcmp(once.text.bytes, twice.bytes) == 0 && twice.map.count == 1, "seed %llu", (unsigned long long)seed);
    free_cleaned(&once);
  }
}

/* Refuses the allocation that calls have counted down to. */
static void *refuse_one(void *context, void *block, size_t size) {
  size_t *left = context;
  if (size > 0 && (*left)-- == 0) return NULL;
  return gs_heap.resize(NULL, block, size);
}

static gisa_status decode_and_clean(gs_arena *arena, const char *source, size_t length, const char *encoding) {
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, arena);
  gs_text decoded, clean;
  gisa_status status = gs_text_decode(arena, source, length, encoding, &diagnostics, &decoded);
  return status == GISA_OK ? gs_text_clean(arena, &decoded, 0, &diagnostics, &clean) : status;
}

Test(clean, survives_every_allocation_that_fails) {
  static const char *const pieces[] = {"\xFF ", "&#0;", "e\u0301", "\uFB2C", "&lt;", "\xC7\xD1"};
  static const char *const encodings[] = {NULL, "CP949", "UTF-16"};
  static char source[1 << 20];
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
    size_t length = 0;
    for (; length + 8 < sizeof source; length += strlen(pieces[p])) strcpy(source + length, pieces[p]);
    for (size_t e = 0; e < sizeof encodings / sizeof *encodings; e++) {
      gisa_status status = GISA_NO_MEMORY;
      for (size_t refused = 0; status != GISA_OK; refused++) {
        cr_assert(refused < 1000);
        size_t left = refused;
        gs_arena arena;
        gs_arena_init(&arena, (gs_allocator){refuse_one, &left});
        status = decode_and_clean(&arena, source, length, encodings[e]);
        cr_assert(status == GISA_OK || status == GISA_NO_MEMORY);
        gs_arena_free(&arena);
      }
    }
  }
}

/* Ten minutes are for valgrind. */
Test(clean, ten_megabytes_without_a_line_break, .timeout = 600) {
  static const char *const pieces[] = {"가", "a",     "&quot;", "\xFF", "&", "\u1112\u1161\u11AB",
                                       "\r", "&nota", "e\u0301"};
  enum { LENGTH = 10 * 1000 * 1000 };
  char *source = malloc(LENGTH);
  cr_assert(source);
  for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++) {
    for (size_t i = 0, size = strlen(pieces[p]); i < LENGTH; i++) source[i] = pieces[p][i % size];
    cleaned result;
    clock_t before = clock();
    clean_source(&result, source, LENGTH, NULL);
    double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
    cr_expect(seconds < 5, "%s: %.1f s", pieces[p], seconds);
    cr_expect(result.text.length > 0);
    free_cleaned(&result);
  }
  free(source);
}
