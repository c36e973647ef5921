#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "record/scalar.h"

typedef struct spelled {
  double number;
  const char *spelling;
} spelled;

static const spelled numbers[] = {
    {0.0, "0"},
    {-0.0, "0"},
    {104.0, "104"},
    {-7.0, "-7"},
    {72.03, "72.03"},
    {0.1, "0.1"},
    {-0.5, "-0.5"},
    {1.0 / 3, "0.3333333333333333"},
    {0.1 + 0.2, "0.30000000000000004"},
    {100.25, "100.25"},
    {1234567.875, "1234567.875"},
    {0x1p53, "9007199254740992"},
    {0x1p53 + 2, "9007199254740994.0"},
    {9.5e15, "9500000000000000.0"},
    {1e16, "1.0e+16"},
    {123456789012345680.0, "1.2345678901234568e+17"},
    {1e300, "1.0e+300"},
    {-1.5e300, "-1.5e+300"},
    {1e-5, "0.00001"},
    {1e-6, "1.0e-06"},
    {1.25e-7, "1.25e-07"},
    {5e-324, "5.0e-324"},
    {2.2250738585072014e-308, "2.2250738585072014e-308"},
    {1.7976931348623157e308, "1.7976931348623157e+308"},
    {4.35, "4.35"},
    {0.000123, "0.000123"},
};

static void check_all(void) {
  for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
    char out[GS_NUMBER_SIZE];
    size_t length = gs_number_print(numbers[i].number, out);
    cr_expect(eq(str, out, (char *)numbers[i].spelling));
    cr_expect(eq(sz, length, strlen(out)));
  }
}

Test(number, shortest_and_a_number_everywhere) {
  check_all();
}

Test(number, the_point_is_a_point_in_every_locale) {
  static const char *const with_comma[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE", "ps_AF"};
  bool found = false;
  for (size_t i = 0; !found && i < sizeof with_comma / sizeof with_comma[0]; i++) {
    found = setlocale(LC_NUMERIC, with_comma[i]);
  }
  if (!found) cr_skip_test("no locale with a decimal comma is installed");
  check_all();
}

/* xorshift64*: seeded, the same numbers in every run. */
static uint64_t next(uint64_t *state) {
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return *state * UINT64_C(2685821657736338717);
}

Test(number, any_double_reads_back) {
  uint64_t state = 20251230;
  for (int i = 0; i < 200000; i++) {
    uint64_t bits = next(&state);
    double number;
    memcpy(&number, &bits, sizeof number);
    if (i % 2) number = (double)(int64_t)(bits % 2000000) / 1000; /* figures as news have them */
    if (!isfinite(number)) continue;
    char out[GS_NUMBER_SIZE];
    size_t length = gs_number_print(number, out);
    cr_assert(length < GS_NUMBER_SIZE);
    cr_assert(strtod(out, NULL) == number, "%.17g was written as %s", number, out);
  }
}
