#include "cli/likeness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static bool is_letter_or_digit(int32_t code) {
  utf8proc_category_t category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

static cli_folded fold_bytes(gs_arena *arena, const char *bytes, size_t length) {
  utf8proc_uint8_t *mapped = NULL;
  utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length, &mapped,
                                       UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD);
  int32_t *codes = size > 0 ? gs_arena_alloc(arena, (size_t)size * sizeof *codes) : NULL;
  cli_folded folded = {codes, 0};
  for (utf8proc_ssize_t at = 0, step; codes != NULL && at < size; at += step) {
    int32_t code;
    step = utf8proc_iterate(mapped + at, size - at, &code);
    if (step <= 0) break;
    if (is_letter_or_digit(code)) codes[folded.count++] = code;
  }
  free(mapped);
  return folded;
}

cli_folded cli_fold(gs_arena *arena, const gs_value *value) {
  char number[32];
  if (value == NULL) return (cli_folded){0};
  switch (value->kind) {
  case GS_STRING: return fold_bytes(arena, value->string.bytes, value->string.length);
  case GS_INTEGER: snprintf(number, sizeof number, "%lld", (long long)value->integer); break;
  case GS_NUMBER: snprintf(number, sizeof number, "%.17g", value->number); break;
  default: return (cli_folded){0};
  }
  return fold_bytes(arena, number, strlen(number));
}

bool cli_folded_equal(cli_folded a, cli_folded b) {
  return a.count == b.count && (a.count == 0 || memcmp(a.codes, b.codes, a.count * sizeof *a.codes) == 0);
}

bool cli_folded_in(cli_folded a, cli_folded b) {
  if (a.count == 0) return true;
  for (size_t at = 0; at + a.count <= b.count; at++)
    if (memcmp(a.codes, b.codes + at, a.count * sizeof *a.codes) == 0) return true;
  return false;
}

/* How many code points match: the longest piece that both have (the leftmost of several), and so on left and right of it. lengths
 * has room for one more entry than b has code points. */
static size_t matching(cli_folded a, cli_folded b, size_t *lengths) {
  size_t best = 0, best_a = 0, best_b = 0;
  if (a.count == 0 || b.count == 0) return 0;
  memset(lengths, 0, (b.count + 1) * sizeof *lengths);
  for (size_t i = 0; i < a.count; i++)
    for (size_t j = b.count, k; j-- > 0;) {
      k = lengths[j + 1] = a.codes[i] == b.codes[j] ? lengths[j] + 1 : 0;
      if (k < best || k == 0) continue;
      /* Of pieces of one length the first in a counts, and of those the first in b. */
      if (k > best || (i + 1 - k == best_a && j + 1 - k < best_b)) best = k, best_a = i + 1 - k, best_b = j + 1 - k;
    }
  if (best == 0) return 0;
  cli_folded left_a = {a.codes, best_a}, left_b = {b.codes, best_b};
  cli_folded right_a = {a.codes + best_a + best, a.count - best_a - best};
  cli_folded right_b = {b.codes + best_b + best, b.count - best_b - best};
  return best + matching(left_a, left_b, lengths) + matching(right_a, right_b, lengths);
}

bool cli_same_text(gs_arena *arena, const gs_value *a, const gs_value *b) {
  cli_folded x = cli_fold(arena, a), y = cli_fold(arena, b);
  if (cli_folded_equal(x, y)) return true;
  size_t longer = x.count > y.count ? x.count : y.count, shorter = x.count + y.count - longer;
  if (shorter == 0 || (double)(longer - shorter) > 0.25 * (double)longer) return false;
  size_t *lengths = malloc((y.count + 1) * sizeof *lengths);
  size_t matches = lengths == NULL ? 0 : matching(x, y, lengths);
  free(lengths);
  return 2.0 * (double)matches / (double)(x.count + y.count) >= 0.9;
}

static bool is_digit(int32_t code) {
  return utf8proc_category(code) == UTF8PROC_CATEGORY_ND;
}

/* The next run of digits from *at on; *at goes behind it. */
static cli_folded next_digits(cli_folded text, size_t *at) {
  while (*at < text.count && !is_digit(text.codes[*at])) ++*at;
  size_t start = *at;
  while (*at < text.count && is_digit(text.codes[*at])) ++*at;
  return (cli_folded){text.codes + start, *at - start};
}

static bool same_digits(cli_folded a, cli_folded b) {
  size_t i = 0, j = 0;
  for (;;) {
    cli_folded x = next_digits(a, &i), y = next_digits(b, &j);
    if (!cli_folded_equal(x, y)) return false;
    if (x.count == 0) return true;
  }
}

bool cli_same_name(gs_arena *arena, const gs_value *a, const gs_value *b) {
  cli_folded x = cli_fold(arena, a), y = cli_fold(arena, b);
  if (cli_folded_equal(x, y)) return true;
  if (x.count == 0 || y.count == 0) return false;
  cli_folded shorter = x.count <= y.count ? x : y, longer = x.count <= y.count ? y : x;
  return cli_folded_in(shorter, longer) && (double)shorter.count >= 0.6 * (double)longer.count && same_digits(x, y);
}

/* Reads a value as a number, without the commas between thousands. */
static bool read_number(const gs_value *value, double *number) {
  char digits[64];
  size_t length = 0;
  if (value == NULL) return false;
  if (value->kind == GS_INTEGER) return *number = (double)value->integer, true;
  if (value->kind == GS_NUMBER) return *number = value->number, true;
  if (value->kind != GS_STRING) return false;
  for (size_t i = 0; i < value->string.length; i++) {
    if (value->string.bytes[i] == ',') continue;
    if (length + 1 == sizeof digits || strchr("0123456789.+-eE ", value->string.bytes[i]) == NULL) return false;
    digits[length++] = value->string.bytes[i];
  }
  digits[length] = '\0';
  char *end;
  *number = strtod(digits, &end);
  return end > digits && end[strspn(end, " ")] == '\0';
}

bool cli_same_number(gs_arena *arena, const gs_value *a, const gs_value *b) {
  double x = 0, y = 0;
  bool a_is = read_number(a, &x), b_is = read_number(b, &y);
  if (a_is != b_is) return false;
  return a_is ? x >= y && x <= y : cli_folded_equal(cli_fold(arena, a), cli_fold(arena, b));
}
