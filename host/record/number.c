#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "record/scalar.h"

#define MAX_DIGITS 17 /* tell every double from its neighbours */

typedef struct decimal {
  char digits[MAX_DIGITS + 1]; /* the first is not 0, nor is the last */
  int count;
  int exponent; /* of ten, for a point behind the first digit */
} decimal;

/* The shortest decimal that strtod reads as number, which is above 0. */
static decimal shortest(double number) {
  /* Any decimal of 15 digits is kept by a normal double, so a shorter one shows as zeros at the end. Subnormal ones
   * keep fewer. */
  int precision = number < 0x1p-1022 ? 1 : 15;
  char printed[GS_NUMBER_SIZE];
  do {
    snprintf(printed, sizeof printed, "%.*e", precision - 1, number);
  } while (strtod(printed, NULL) != number && ++precision <= MAX_DIGITS);

  /* Digits are picked out one by one because the point between them is the locale's: it may be a comma, or several
   * bytes. */
  decimal found = {.count = 0};
  const char *at = printed;
  for (; *at != 'e'; at++) {
    if (*at >= '0' && *at <= '9') found.digits[found.count++] = *at;
  }
  while (found.count > 1 && found.digits[found.count - 1] == '0') found.count--;
  found.exponent = (int)strtol(at + 1, NULL, 10);
  return found;
}

static char *put_zeros(char *out, int count) {
  for (; count > 0; count--) *out++ = '0';
  return out;
}

static char *put_digits(char *out, const char *digits, int count) {
  memcpy(out, digits, (size_t)count);
  return out + count;
}

/* The point is there in each, and the exponent's sign: YAML 1.1 takes `1e+300` and `1.0e300` for strings. */
static char *put_decimal(char *out, const decimal *value) {
  int whole = value->exponent + 1; /* digits before the point */
  if (whole < -4 || whole > 16) {
    *out++ = value->digits[0];
    *out++ = '.';
    if (value->count == 1) *out++ = '0';
    out = put_digits(out, value->digits + 1, value->count - 1);
    return out + sprintf(out, "e%+03d", value->exponent);
  }
  if (whole <= 0) {
    *out++ = '0';
    *out++ = '.';
    return put_digits(put_zeros(out, -whole), value->digits, value->count);
  }
  int given = whole < value->count ? whole : value->count;
  out = put_zeros(put_digits(out, value->digits, given), whole - given);
  *out++ = '.';
  if (given == value->count) *out++ = '0';
  return put_digits(out, value->digits + given, value->count - given);
}

size_t gs_number_print(double number, char out[static GS_NUMBER_SIZE]) {
  if (fabs(number) <= 0x1p53 && floor(number) == number) {
    return (size_t)snprintf(out, GS_NUMBER_SIZE, "%" PRId64, (int64_t)number);
  }
  char *end = out;
  if (number < 0) *end++ = '-';
  decimal value = shortest(fabs(number));
  end = put_decimal(end, &value);
  *end = '\0';
  return (size_t)(end - out);
}
