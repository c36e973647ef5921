#include <stdlib.h>

#include "text/cleaned.h"
#include "text/normal_form.h"
#include "text/random_source.h"

/* The piece of clean text from start to stop, given as text, and the source it comes from. */
static const struct {
  const char *source;
  size_t length;
  const char *clean;
  gs_span piece, at;
} cases[] = {
    {BYTES("abc"), "abc", {0, 3}, {0, 3}},
    {BYTES("abc"), "abc", {1, 2}, {1, 2}},
    {BYTES("abc"), "abc", {3, 3}, {3, 3}},
    {BYTES(""), "", {0, 0}, {0, 0}},
    /* an entity is in a piece whole or not at all */
    {BYTES("a&quot;b"), "a\"b", {0, 1}, {0, 1}},
    {BYTES("a&quot;b"), "a\"b", {1, 2}, {1, 7}},
    {BYTES("a&quot;b"), "a\"b", {2, 3}, {7, 8}},
    {BYTES("a&quot;b"), "a\"b", {0, 3}, {0, 8}},
    {BYTES("a&quot;b"), "a\"b", {1, 1}, {1, 1}},
    {BYTES("a&quot;b"), "a\"b", {2, 2}, {7, 7}},
    {BYTES("&lt;&gt;"), "<>", {0, 1}, {0, 4}},
    {BYTES("&lt;&gt;"), "<>", {1, 2}, {4, 8}},
    {BYTES("&lt;&gt;"), "<>", {2, 2}, {8, 8}},
    /* part of one that stands for two letters is the whole */
    {BYTES("a&fjlig;b"), "afjb", {1, 2}, {1, 8}},
    {BYTES("a&fjlig;b"), "afjb", {2, 3}, {1, 8}},
    {BYTES("a&fjlig;b"), "afjb", {0, 2}, {0, 8}},
    {BYTES("a&fjlig;b"), "afjb", {3, 4}, {8, 9}},
    /* what was dropped belongs to a piece only inside it */
    {BYTES("a\0\0b"), "ab", {0, 1}, {0, 1}},
    {BYTES("a\0\0b"), "ab", {1, 2}, {3, 4}},
    {BYTES("a\0\0b"), "ab", {0, 2}, {0, 4}},
    {BYTES("&lt;\0\1b"), "<b", {0, 1}, {0, 4}},
    {BYTES("&lt;\0\1b"), "<b", {1, 2}, {6, 7}},
    {BYTES("&lt;\0\1&gt;"), "<>", {0, 1}, {0, 4}},
    {BYTES("&lt;\0\1&gt;"), "<>", {1, 2}, {6, 10}},
    {BYTES("a\0"), "a", {0, 1}, {0, 1}},
    {BYTES("&lt;\0"), "<", {0, 1}, {0, 4}},
    {BYTES("\0a"), "a", {0, 1}, {1, 2}},
    {BYTES("\0"), "", {0, 0}, {0, 0}},
    {BYTES("a\r\nb"), "a\nb", {0, 1}, {0, 1}},
    {BYTES("a\r\nb"), "a\nb", {1, 2}, {2, 3}},
    {BYTES("a\rb"), "a\nb", {1, 2}, {1, 2}},
    /* a BOM is before everything */
    {BYTES("\xEF\xBB\xBF"
           "ab"),
     "ab",
     {0, 1},
     {3, 4}},
    {BYTES("\xEF\xBB\xBF"), "", {0, 0}, {0, 0}},
    {BYTES("\xEF\xBB\xBF\xEF\xBB\xBF"
           "a"),
     "a",
     {0, 1},
     {6, 7}},
    /* repaired bytes, neighbours as one */
    {BYTES("a\xFFz"), "a\uFFFDz", {1, 4}, {1, 2}},
    {BYTES("a\xFFz"), "a\uFFFDz", {4, 5}, {2, 3}},
    {BYTES("a\xFF\xFEz"), "a\uFFFD\uFFFDz", {1, 4}, {1, 3}},
    {BYTES("a\xFF\xFEz"), "a\uFFFD\uFFFDz", {7, 8}, {3, 4}},
    /* a composed letter is its parts */
    {BYTES("e\u0301z"), "\u00E9z", {0, 2}, {0, 3}},
    {BYTES("e\u0301z"), "\u00E9z", {2, 3}, {3, 4}},
    {BYTES("\u1112\u1161\u11AB\u1100\u1173\u11AF"), "한글", {0, 3}, {0, 9}},
    {BYTES("\u1112\u1161\u11AB\u1100\u1173\u11AF"), "한글", {3, 6}, {9, 18}},
    {BYTES("&#x1112;&#x1161;&#x11AB;z"), "한z", {0, 3}, {0, 24}},
    {BYTES("&#x1112;&#x1161;&#x11AB;z"), "한z", {3, 4}, {24, 25}},
    {BYTES("e\0\u0301\0z"), "\u00E9z", {0, 2}, {0, 4}},
    {BYTES("e\0\u0301\0z"), "\u00E9z", {2, 3}, {5, 6}},
    /* what stays the same before it does not belong to it */
    {BYTES("a\u212B"), "a\u00C5", {0, 1}, {0, 1}},
    {BYTES("a\u212B"), "a\u00C5", {1, 3}, {1, 4}},
    /* the second letter of a reference is composed: all of the reference */
    {BYTES("a&fjlig;\u030Cb"), "af\u01F0b", {0, 1}, {0, 1}},
    {BYTES("a&fjlig;\u030Cb"), "af\u01F0b", {1, 2}, {1, 10}},
    {BYTES("a&fjlig;\u030Cb"), "af\u01F0b", {2, 4}, {1, 10}},
    {BYTES("a&fjlig;\u030Cb"), "af\u01F0b", {4, 5}, {10, 11}},
    /* out of range is cut to the text */
    {BYTES("abc"), "abc", {2, 9}, {2, 3}},
    {BYTES("abc"), "abc", {7, 9}, {3, 3}},
};

Test(offset_map, leads_to_the_source) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    cleaned result;
    clean_source(&result, cases[i].source, cases[i].length, NULL);
    cr_expect(strcmp(result.text.bytes, cases[i].clean) == 0, "case %zu: %s", i, result.text.bytes);
    gs_span at = gs_offset_source(&result.text.map, cases[i].piece);
    cr_expect(at.start == cases[i].at.start && at.stop == cases[i].at.stop, "case %zu: %u to %u", i, at.start, at.stop);
    free_cleaned(&result);
  }
}

/* The code point at an offset of clean text, 'a' at its end. */
static uint32_t code_point_at(const gs_text *text, uint32_t at) {
  uint32_t code_point = 'a';
  if (at < text->length) gs_utf8_decode((const unsigned char *)text->bytes + at, text->length - at, &code_point);
  return code_point;
}

static void check_piece(const random_source *random, const cleaned *whole, gs_span piece, uint64_t seed) {
  gs_span at = gs_offset_source(&whole->text.map, piece);
  cr_assert(at.start <= at.stop && at.stop <= random->source_length, "seed %llu", (unsigned long long)seed);
  if (!gs_nfc_stable(code_point_at(&whole->text, piece.start)) ||
      !gs_nfc_stable(code_point_at(&whole->text, piece.stop)))
    return; /* it composes across its border */
  cleaned alone;
  clean_source(&alone, random->source + at.start, at.stop - at.start, NULL);
  cr_assert(alone.text.length == piece.stop - piece.start &&
                memcmp(alone.text.bytes, whole->text.bytes + piece.start, alone.text.length) == 0,
            "seed %llu: %u to %u of the text is not %u to %u of the source", (unsigned long long)seed, piece.start,
            piece.stop, at.start, at.stop);
  free_cleaned(&alone);
}

Test(offset_map, pieces_clean_to_themselves) {
  static random_source random;
  for (uint64_t seed = 1; seed <= 3000; seed++) {
    make_random_source(&random, seed, 1 + (unsigned)(seed % 16));
    cleaned result;
    clean_source(&result, random.source, random.source_length, NULL);
    const gs_offset_map *map = &result.text.map;
    for (size_t i = 0; i < map->count; i++)
      for (size_t j = i + 1; j <= map->count; j++) {
        uint32_t stop = j < map->count ? map->runs[j].text : map->text_length;
        check_piece(&random, &result, (gs_span){map->runs[i].text, stop}, seed);
      }
    free_cleaned(&result);
  }
}

Test(offset_map, runs_rise_and_straight_ones_are_the_source) {
  static random_source random;
  for (uint64_t seed = 1; seed <= 10000; seed++) {
    make_random_source(&random, seed, 40);
    cleaned result;
    clean_source(&result, random.source, random.source_length, NULL);
    const gs_offset_map *map = &result.text.map;
    cr_assert(map->runs[0].text == 0 && map->source_length == random.source_length);
    for (size_t i = 0; i < map->count; i++) {
      const gs_offset_run *run = &map->runs[i];
      uint32_t stop = i + 1 < map->count ? run[1].text : map->text_length;
      cr_assert(run->text <= stop && (i + 1 == map->count || run->source < run[1].source), "seed %llu, run %zu",
                (unsigned long long)seed, i);
      if (run->straight)
        cr_assert(memcmp(result.text.bytes + run->text, random.source + run->source, stop - run->text) == 0,
                  "seed %llu, run %zu", (unsigned long long)seed, i);
    }
    free_cleaned(&result);
  }
}
