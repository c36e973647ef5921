#include <stdlib.h>

#include "text/cleaned.h"
#include "text/random_source.h"

static const struct {
  const char *what, *source;
  size_t length;
  const char *encoding, *clean, *diagnostic; /* NULL: none */
} cases[] = {
    {"UTF-8", BYTES("한글 abc"), NULL, "한글 abc", NULL},
    {"UTF-8 by name", BYTES("한글 abc"), "utf8", "한글 abc", NULL},
    {"UTF-8 with a BOM",
     BYTES("\xEF\xBB\xBF"
           "한글"),
     NULL, "한글", NULL},
    {"nothing", BYTES(""), NULL, "", NULL},
    {"nothing in CP949", BYTES(""), "CP949", "", NULL},
    {"UTF-16LE", BYTES("\xFF\xFE\x5C\xD5\x00\xAE\x61\x00"), NULL, "한글a", NULL},
    {"UTF-16BE", BYTES("\xFE\xFF\xD5\x5C\xAE\x00\x00\x61"), NULL, "한글a", NULL},
    {"UTF-16BE by name, without a BOM", BYTES("\xD5\x5C\xAE\x00"), "UTF-16BE", "한글", NULL},
    {"UTF-16 by name, without a BOM", BYTES("\x5C\xD5\x00\xAE"), "utf-16", "한글", NULL},
    {"a surrogate pair", BYTES("\xFE\xFF\xD8\x3D\xDE\x00"), NULL, "\U0001F600", NULL},
    {"a lone high surrogate", BYTES("\xFE\xFF\xD8\x3D\x00\x61"), NULL,
     "\uFFFD"
     "a",
     "1 invalid UTF-16 sequence replaced by U+FFFD at byte 2"},
    {"a lone low surrogate", BYTES("\xFF\xFE\x00\xDE\x61\x00"), NULL,
     "\uFFFD"
     "a",
     "1 invalid UTF-16 sequence replaced by U+FFFD at byte 2"},
    {"surrogates the wrong way round", BYTES("\xFE\xFF\xDE\x00\xD8\x3D"), NULL, "\uFFFD\uFFFD",
     "2 invalid UTF-16 sequences replaced by U+FFFD, the first at byte 2"},
    {"a high surrogate at the end", BYTES("\xFE\xFF\x00\x61\xD8\x3D"), NULL, "a\uFFFD",
     "1 invalid UTF-16 sequence replaced by U+FFFD at byte 4"},
    {"UTF-16 of odd length", BYTES("\xFF\xFE\x61\x00\x62"), NULL, "a\uFFFD",
     "1 invalid UTF-16 sequence replaced by U+FFFD at byte 4"},
    {"only a BOM", BYTES("\xFF\xFE"), NULL, "", NULL},
    {"UTF-32LE", BYTES("\xFF\xFE\0\0\x5C\xD5\0\0\x00\xF6\x01\0"), NULL, "한\U0001F600", NULL},
    {"UTF-32BE", BYTES("\0\0\xFE\xFF\0\0\xD5\x5C\0\x01\xF6\x00"), NULL, "한\U0001F600", NULL},
    {"UTF-32 above U+10FFFF, a surrogate, cut", BYTES("\0\0\xFE\xFF\0\x11\0\0\0\0\xD8\0\0\0"), NULL,
     "\uFFFD\uFFFD\uFFFD", "3 invalid UTF-32 sequences replaced by U+FFFD, the first at byte 4"},
    {"NUL in UTF-16", BYTES("\xFF\xFE\x61\x00\x00\x00\x62\x00"), NULL, "ab", "1 control character left out at byte 4"},
    {"CP949", BYTES("\xC7\xD1\xB1\xDB abc"), "cp949", "한글 abc", NULL},
    {"EUC-KR is CP949", BYTES("\x8C\x63\xBB\xE7"), "EUC-KR", "똠사", NULL},
    {"a lead byte without trail", BYTES("\xC7 \xD1\xB1"), "CP949", "\uFFFD 畸",
     "1 invalid CP949 sequence replaced by U+FFFD at byte 0"},
    {"a lead byte at the end", BYTES("a\xC7"), "CP949", "a\uFFFD",
     "1 invalid CP949 sequence replaced by U+FFFD at byte 1"},
    {"bytes that are no CP949",
     BYTES("\xFF\xFF"
           "a\xFF"),
     "CP949",
     "\uFFFD\uFFFD"
     "a\uFFFD",
     "3 invalid CP949 sequences replaced by U+FFFD, the first at byte 0"},
    {"ISO-2022-KR with its shifts", BYTES("\x1B$)C\x0EGQ1[\x0F abc"), "ISO-2022-KR", "한글 abc", NULL},
    {"Latin-1", BYTES("caf\xE9"), "ISO-8859-1", "caf\u00E9", NULL},
    {"entities in CP949", BYTES("&quot;\xC7\xD1&quot;"), "CP949", "\"한\"", NULL},
    {"a BOM wins over the name",
     BYTES("\xEF\xBB\xBF"
           "한"),
     "CP949", "한", "read as UTF-8, as its byte order mark says, not as CP949"},
};

Test(decode, every_encoding_becomes_clean_text) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cleaned result;
    clean_source(&result, cases[i].source, cases[i].length, cases[i].encoding);
    cr_expect(strcmp(result.text.bytes, cases[i].clean) == 0, "%s: %s", cases[i].what, result.text.bytes);
    const gs_diagnostic *diagnostic = result.diagnostics.first;
    const char *message = diagnostic ? diagnostic->message : NULL, *expected = cases[i].diagnostic;
    cr_expect(expected ? message && strcmp(message, expected) == 0 : !message, "%s: %s", cases[i].what,
              message ? message : "no diagnostic");
    free_cleaned(&result);
  }
}

Test(decode, utf8_stays_where_it_is) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  gs_text decoded;
  const char *source = "\xEF\xBB\xBF"
                       "abc";
  cr_assert(gs_text_decode(&arena, source, 6, NULL, &diagnostics, &decoded) == GISA_OK);
  cr_expect(decoded.bytes == source + 3 && decoded.length == 3);
  gs_span at = gs_offset_source(&decoded.map, (gs_span){0, 3});
  cr_expect(at.start == 3 && at.stop == 6);
  gs_arena_free(&arena);
}

static const struct {
  const char *encoding;
  size_t length;
  gisa_status status;
} refused[] = {
    {"no-such-encoding", 3, GISA_ENCODING},
    {"", 3, GISA_ENCODING},
    {"CP949//IGNORE", 3, GISA_ENCODING},
    {"an encoding with a name that is much longer than that of any encoding", 3, GISA_ENCODING},
    {NULL, UINT32_MAX, GISA_TOO_LARGE},
    {NULL, SIZE_MAX, GISA_TOO_LARGE},
};

Test(decode, refuses_unknown_names_and_sizes) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
    gs_text decoded;
    cr_expect(gs_text_decode(&arena, "abc", refused[i].length, refused[i].encoding, &diagnostics, &decoded) ==
                  refused[i].status,
              "case %zu", i);
  }
  gs_arena_free(&arena);
}

/* Where each character is in the source, in an encoding whose characters have two bytes beside ASCII. */
Test(decode, maps_each_character_of_cp949) {
  const char source[] = "a\xC7\xD1\xFF\xB1\xDB&lt;b";
  const gs_span text[] = {{0, 1}, {1, 4}, {4, 7}, {7, 10}, {10, 11}, {11, 12}, {0, 12}};
  const gs_span at[] = {{0, 1}, {1, 3}, {3, 4}, {4, 6}, {6, 10}, {10, 11}, {0, 11}};
  cleaned result;
  clean_source(&result, BYTES(source), "CP949");
  cr_assert(strcmp(result.text.bytes, "a한\uFFFD글<b") == 0, "%s", result.text.bytes);
  for (size_t i = 0; i < sizeof text / sizeof *text; i++) {
    gs_span found = gs_offset_source(&result.text.map, text[i]);
    cr_expect(found.start == at[i].start && found.stop == at[i].stop, "case %zu: %u to %u", i, found.start, found.stop);
  }
  free_cleaned(&result);
}

/* The same text through UTF-8 and UTF-16 is the same, and its runs lead to the same characters. */
Test(decode, utf16_agrees_with_utf8) {
  static random_source random;
  static char wide[2 * sizeof random.expected];
  for (uint64_t seed = 1; seed <= 2000; seed++) {
    make_random_source(&random, seed, 30);
    size_t length = 0;
    for (size_t i = 0; i < random.expected_length;) {
      uint32_t code_point;
      i += gs_utf8_decode((unsigned char *)random.expected + i, random.expected_length - i, &code_point);
      uint32_t units[2] = {code_point, 0};
      size_t count = 1;
      if (code_point > 0xFFFF) {
        units[0] = 0xD800 + ((code_point - 0x10000) >> 10);
        units[1] = 0xDC00 + (code_point & 0x3FF);
        count = 2;
      }
      for (size_t j = 0; j < count; j++) {
        wide[length++] = (char)(units[j] >> 8);
        wide[length++] = (char)(units[j] & 0xFF);
      }
    }
    cleaned narrow, result;
    clean_source(&narrow, random.expected, random.expected_length, NULL);
    clean_source(&result, wide, length, "UTF-16BE");
    cr_assert(narrow.text.length == result.text.length && strcmp(narrow.text.bytes, result.text.bytes) == 0,
              "seed %llu", (unsigned long long)seed);
    const gs_offset_map *map = &result.text.map;
    for (size_t i = 0; i + 1 < map->count; i++) {
      gs_span at = gs_offset_source(map, (gs_span){map->runs[i].text, map->runs[i + 1].text});
      cr_assert(at.start % 2 == 0 && at.stop % 2 == 0 && at.stop <= length, "seed %llu", (unsigned long long)seed);
    }
    free_cleaned(&narrow);
    free_cleaned(&result);
  }
}
