#include "text/utf8.h"

#include <stdio.h>

#include "text/cleaned.h"

Test(utf8, reads_back_every_code_point_it_writes) {
  for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
    if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
    char bytes[GS_UTF8_MAX];
    size_t size = gs_utf8_encode(code_point, bytes);
    uint32_t read = 0;
    cr_assert(gs_utf8_decode((unsigned char *)bytes, size, &read) == size && read == code_point, "U+%04X",
              (unsigned)code_point);
    /* One byte less is malformed as a whole. */
    if (size > 1)
      cr_assert(gs_utf8_decode((unsigned char *)bytes, size - 1, &read) == size - 1 && read == GS_INVALID, "U+%04X cut",
                (unsigned)code_point);
  }
}

/* Each U+FFFD stands for the bytes that the WHATWG decoder would replace by one. */
static const struct {
  const char *what, *source;
  size_t length;
  const char *clean;
  unsigned replaced;
} cases[] = {
    {"a lone continuation byte", BYTES("a\x80z"), "a\uFFFDz", 1},
    {"two of them", BYTES("\x80\xBF"), "\uFFFD\uFFFD", 2},
    {"bytes that never occur", BYTES("\xC0\xC1\xF5\xFE\xFF"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", 5},
    {"an overlong slash in two bytes", BYTES("\xC0\xAF"), "\uFFFD\uFFFD", 2},
    {"an overlong slash in three", BYTES("\xE0\x80\xAF"), "\uFFFD\uFFFD\uFFFD", 3},
    {"an overlong slash in four", BYTES("\xF0\x80\x80\xAF"), "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
    {"the largest overlong form in three", BYTES("\xE0\x9F\xBF"), "\uFFFD\uFFFD\uFFFD", 3},
    {"the largest overlong form in four", BYTES("\xF0\x8F\xBF\xBF"), "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
    {"a high surrogate", BYTES("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD", 3},
    {"a surrogate pair (CESU-8)", BYTES("\xED\xA0\xBD\xED\xB8\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", 6},
    {"above U+10FFFF", BYTES("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
    {"a sequence of five bytes", BYTES("\xF8\x88\x80\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", 5},
    {"two bytes cut by a letter", BYTES("\xC3z"), "\uFFFDz", 1},
    {"three bytes cut by a letter", BYTES("\xEA\xB0z"), "\uFFFDz", 1},
    {"four bytes cut by a letter", BYTES("\xF0\x9F\x98z"), "\uFFFDz", 1},
    {"three bytes cut by the next sequence", BYTES("\xEA\xB0\xEA\xB0\x80"), "\uFFFD가", 1},
    {"two bytes cut by the end", BYTES("a\xC3"), "a\uFFFD", 1},
    {"three bytes cut by the end", BYTES("a\xEA\xB0"), "a\uFFFD", 1},
    {"four bytes cut by the end", BYTES("a\xF0\x9F\x98"), "a\uFFFD", 1},
    {"the example of Unicode 3.9", BYTES("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"),
     "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd", 6},
    {"a U+FFFD that was there", BYTES("\uFFFD"), "\uFFFD", 0},
    {"noncharacters", BYTES("\uFFFE\U0001FFFF"), "\uFFFE\U0001FFFF", 0},
    {"the last code points of each size", BYTES("\u07FF\uD7FF\uE000\uFFFD\U0010FFFF"),
     "\u07FF\uD7FF\uE000\uFFFD\U0010FFFF", 0},
};

Test(utf8, malformed_sequences_are_replaced) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cleaned result;
    clean_source(&result, cases[i].source, cases[i].length, NULL);
    cr_expect(strcmp(result.text.bytes, cases[i].clean) == 0, "%s: %s", cases[i].what, result.text.bytes);
    const gs_diagnostic *diagnostic = result.diagnostics.first;
    unsigned replaced = 0;
    if (diagnostic) sscanf(diagnostic->message, "%u invalid UTF-8", &replaced);
    cr_expect(replaced == cases[i].replaced, "%s: %u", cases[i].what, replaced);
    free_cleaned(&result);
  }
}
