/* Sources put together at random from pieces whose clean text is known before NFC. The same seed gives the same source.
 */
#ifndef TESTS_TEXT_RANDOM_SOURCE_H
#define TESTS_TEXT_RANDOM_SOURCE_H

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

typedef struct random_source {
  uint64_t state;
  char source[4096], expected[4096]; /* expected: entities decoded, repaired, not yet in NFC, with a NUL */
  size_t source_length, expected_length;
} random_source;

static inline uint32_t random_below(random_source *r, uint32_t limit) {
  r->state ^= r->state << 13;
  r->state ^= r->state >> 7;
  r->state ^= r->state << 17;
  return (uint32_t)(r->state >> 11) % limit;
}

static inline uint32_t random_in(random_source *r, uint32_t first, uint32_t last) {
  return first + random_below(r, last - first + 1);
}

/* A code point that is not a control character, &, a digit or anything a reference could go on with. */
static inline uint32_t random_code_point(random_source *r) {
  static const uint32_t composing[] = {0x300,  0x301,  0x308, 0x323, 0x327,   0x338,   0x345,   0x5B0,
                                       0x5BC,  0x653,  0x94D, 0x9BE, 0xDCF,   0x1039,  0x302A,  0x3099,
                                       0x20D0, 0xFE20, 0xF71, 0xF72, 0x1D165, 0x1D16D, 0x110BA, 0x1BC9E};
  static const uint32_t composed[] = {0xE9,   0xC5,   0x212B, 0x2126, 0x1E69, 0x1E9B, 0x958,   0x9CB,
                                      0xF73,  0xFB1D, 0xFB2C, 0xF900, 0x2ADC, 0x30AC, 0x1D15E, 0x2F800,
                                      0x2000, 0x2329, 0x1100, 0xFDFA, 0x3B1,  0x1F00, 0x439,   0x11099};
  switch (random_below(r, 12)) {
  case 0:
    return random_in(r, 'g', 'z');
  case 1:
    return ' ';
  case 2:
    return random_in(r, 0xAC00, 0xD7A3);
  case 3:
    return random_in(r, 0x1100, 0x1112);
  case 4:
    return random_in(r, 0x1161, 0x1175);
  case 5:
    return random_in(r, 0x11A8, 0x11C2);
  case 6:
  case 7:
    return composing[random_below(r, sizeof composing / sizeof *composing)];
  case 8:
    return composed[random_below(r, sizeof composed / sizeof *composed)];
  case 9:
    return random_in(r, 0x2010, 0x203A);
  case 10: {
    uint32_t code_point = random_in(r, 0xA0, 0x2FFFF);
    return (code_point >= 0xD800 && code_point <= 0xDFFF) || code_point == 0xFEFF ? 0x10FFFF : code_point;
  }
  default:
    return random_in(r, 0x4E00, 0x9FFF);
  }
}

static inline void append_piece(random_source *r, const char *source, size_t source_length, const char *expected) {
  memcpy(r->source + r->source_length, source, source_length);
  r->source_length += source_length;
  size_t length = strlen(expected);
  memcpy(r->expected + r->expected_length, expected, length + 1);
  r->expected_length += length;
}

/* What the host mends, with what it makes of it. None begins with a byte that could end the piece before it. */
static inline void append_mended(random_source *r) {
  static const struct {
    const char *source;
    size_t length;
    const char *expected;
  } pieces[] = {
      {"\0", 1, ""},
      {"\x1B", 1, ""},
      {"\x7F", 1, ""},
      {"\xC2\x85", 2, ""},
      {"\r\n", 2, "\n"},
      {"\r.", 2, "\n."},
      {"\n", 1, "\n"},
      {"&#1;", 4, ""},
      {"\xFF", 1, "\uFFFD"},
      {"\xC0", 1, "\uFFFD"},
      {"\xED\x9F.", 3, "\uFFFD."},
      {"\xF4\x90.", 3, "\uFFFD\uFFFD."},
      {"&#0;", 4, "\uFFFD"},
      {"&quot;", 6, "\""},
      {"&amp;", 5, "&"},
      {"&amp", 4, "&"},
      {"&fjlig;", 7, "fj"},
      {"&NotEqualTilde;", 15, "\u2242\u0338"},
      {"& ", 2, "& "},
      {"&#150;", 6, "\u2013"},
      {"&zz;", 4, "&zz;"},
      {"&#xZ", 4, "&#xZ"},
      {"&DownBreve;", 11, "\u0311"},
  };
  size_t i = random_below(r, sizeof pieces / sizeof *pieces);
  append_piece(r, pieces[i].source, pieces[i].length, pieces[i].expected);
}

/* A source of so many pieces. */
static inline void make_random_source(random_source *r, uint64_t seed, unsigned pieces) {
  r->state = seed * 0x9E3779B97F4A7C15u + 1;
  r->source_length = r->expected_length = 0;
  r->expected[0] = '\0';
  for (unsigned i = 0; i < pieces; i++) {
    unsigned kind = random_below(r, 8);
    if (kind == 0) {
      append_mended(r);
      continue;
    }
    char utf8[GS_UTF8_MAX + 1] = "", reference[16];
    uint32_t code_point = random_code_point(r);
    utf8[gs_utf8_encode(code_point, utf8)] = '\0';
    if (kind == 1) {
      int length = snprintf(reference, sizeof reference, random_below(r, 2) ? "&#x%X;" : "&#%u;", (unsigned)code_point);
      append_piece(r, reference, (size_t)length, utf8);
    } else {
      append_piece(r, utf8, strlen(utf8), utf8);
    }
  }
}

#endif
