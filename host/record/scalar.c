#include "record/scalar.h"

#include <stdint.h>
#include <string.h>

#include "text/utf8.h"

enum {
  NUMERIC = 1,   /* occurs in the numbers and timestamps of YAML 1.1 or 1.2 */
  FIRST = 2,     /* begins one of them, but for those that INDICATOR has */
  INDICATOR = 4, /* no plain string begins with it: YAML's indicators, and + and . which begin numbers and `...` */
  WORD = 8,      /* begins a word of word_values */
  YAML_ESCAPE = 16,
  JSON_ESCAPE = 32,
};

/* NUMERIC is wide rather than exact: whatever consists of nothing else (`2025-12-30 00:00`, `1,000`, `1.2.3`, `12b`) is
 * quoted. The comma is there for readers of 1.1 that still take `1,000` for a number, and e is FIRST for those that
 * take `e1` for one. */
#define N NUMERIC
#define D (NUMERIC | FIRST)
#define I INDICATOR
#define W WORD
#define C (YAML_ESCAPE | JSON_ESCAPE)
/* clang-format off */
static const uint8_t ascii_classes[128] = {
    C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
    [' '] = N | I, ['!'] = I, ['"'] = I | JSON_ESCAPE, ['#'] = I, ['%'] = I, ['&'] = I, ['\''] = I, ['*'] = I,
    ['+'] = N | I, [','] = N | I, ['-'] = N | I, ['.'] = N | I, ['0'] = D, ['1'] = D, ['2'] = D, ['3'] = D, ['4'] = D,
    ['5'] = D, ['6'] = D, ['7'] = D, ['8'] = D, ['9'] = D, [':'] = N | I, ['<'] = W, ['='] = W, ['>'] = I, ['?'] = I,
    ['@'] = I, ['A'] = N, ['B'] = N, ['C'] = N, ['D'] = N, ['E'] = D, ['F'] = N | W, ['N'] = W, ['O'] = N | W,
    ['T'] = N | W, ['X'] = N, ['Y'] = W, ['Z'] = N, ['['] = I, ['\\'] = JSON_ESCAPE, [']'] = I, ['_'] = N, ['`'] = I,
    ['a'] = N, ['b'] = N, ['c'] = N, ['d'] = N, ['e'] = D, ['f'] = N | W, ['n'] = W, ['o'] = N | W, ['t'] = N | W,
    ['x'] = N, ['y'] = W, ['z'] = N, ['{'] = I, ['|'] = I, ['}'] = I, ['~'] = W,
    [0x7F] = YAML_ESCAPE,
};
/* clang-format on */

/* What 1.1 or 1.2 takes for null, a boolean, the default value or a merge. Readers differ in which cases
 * of letters they take (`yEs`); all are quoted. */
static bool is_word_value(const char *bytes, size_t length) {
  static const char *const word_values[] = {"y",  "n",   "~",   "=",    "<<",   "no",
                                            "on", "yes", "off", "null", "true", "false"};
  for (size_t i = 0; i < sizeof word_values / sizeof word_values[0]; i++) {
    const char *word = word_values[i];
    size_t same = 0;
    while (same < length && word[same] == (bytes[same] | 0x20)) same++;
    if (same == length && word[same] == '\0') return true;
  }
  return false;
}

/* What YAML can't hold as it is: C1 controls, the line breaks of 1.1, the byte order mark, U+FFFE and U+FFFF; and above
 * U+FFFF what libyaml writes as an escape whatever it is told. */
static bool needs_escape(uint32_t code_point) {
  return code_point < 0xA0 || code_point == 0x2028 || code_point == 0x2029 || code_point == 0xFEFF ||
         code_point > 0xFFFD;
}

/* The length of the character outside ASCII that begins at at, 0 where it is no valid UTF-8. */
static size_t wide_character(const unsigned char *at, size_t left, bool *escape) {
  /* Hangul, kana and ideographs: most of what comes here, and always fine. */
  if (at[0] >= 0xE3 && at[0] <= 0xEC && left >= 3 && gs_utf8_continues(at[1]) && gs_utf8_continues(at[2])) return 3;
  uint32_t code_point;
  size_t length = gs_utf8_decode(at, left, &code_point);
  if (code_point == GS_INVALID) return 0;
  *escape |= needs_escape(code_point);
  return length;
}

gs_scalar gs_scalar_scan(const char *bytes, size_t length) {
  gs_scalar scalar = {.yaml = GS_SINGLE_QUOTED, .json_verbatim = true, .utf8 = true};
  if (length == 0) return scalar;

  const unsigned char *at = (const unsigned char *)bytes;
  unsigned any = 0, all = NUMERIC;
  bool escape = false;
  for (size_t i = 0; i < length;) {
    unsigned class = 0;
    size_t step = 1;
    if (at[i] < 0x80) {
      class = ascii_classes[at[i]];
    } else if (!(step = wide_character(at + i, length - i, &escape))) {
      scalar.utf8 = false;
      return scalar;
    }
    any |= class;
    all &= class;
    i += step;
  }

  unsigned first = at[0] < 0x80 ? ascii_classes[at[0]] : 0;
  scalar.json_verbatim = !(any & JSON_ESCAPE);
  if (escape || (any & YAML_ESCAPE)) {
    scalar.yaml = GS_DOUBLE_QUOTED;
  } else if (!(first & INDICATOR) && at[length - 1] != ' ' && !((first & FIRST) && (all & NUMERIC)) &&
             !((first & WORD) && length <= strlen("false") && is_word_value(bytes, length))) {
    scalar.yaml = GS_PLAIN;
  }
  return scalar;
}
