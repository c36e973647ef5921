#include "record/schema.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const null_words[] = {"", "~", "null", "Null", "NULL", NULL};
static const char *const true_words[] = {"true", "True", "TRUE", NULL};
static const char *const false_words[] = {"false", "False", "FALSE", NULL};
static const char *const endless_words[] = {".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN", NULL};

static bool is_one_of(const char *bytes, const char *const *words) {
  for (; *words; words++) {
    if (strcmp(bytes, *words) == 0) return true;
  }
  return false;
}

#define DIGITS "0123456789"

/* The base of [-+]?[0-9]+, 0o[0-7]+ and 0x[0-9a-fA-F]+, 0 where bytes is none of them. */
static int integer_base(const char *bytes) {
  bool octal = strncmp(bytes, "0o", 2) == 0, hexadecimal = strncmp(bytes, "0x", 2) == 0;
  const char *digits = bytes;
  if (octal || hexadecimal) {
    digits += 2;
  } else if (*digits == '+' || *digits == '-') {
    digits++;
  }
  size_t count = strspn(digits, octal ? "01234567" : hexadecimal ? DIGITS "abcdefABCDEF" : DIGITS);
  if (count == 0 || digits[count] != '\0') return 0;
  return octal ? 8 : hexadecimal ? 16 : 10;
}

/* [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)? */
static bool is_decimal(const char *bytes) {
  const char *at = bytes + (*bytes == '+' || *bytes == '-');
  size_t whole = strspn(at, DIGITS), fraction = 0;
  at += whole;
  if (*at == '.') {
    fraction = strspn(at + 1, DIGITS);
    at += 1 + fraction;
  }
  if (whole + fraction == 0) return false;
  if (*at == 'e' || *at == 'E') {
    at++;
    at += *at == '+' || *at == '-';
    size_t exponent = strspn(at, DIGITS);
    if (exponent == 0) return false;
    at += exponent;
  }
  return *at == '\0';
}

static gs_value *resolve_integer(gs_arena *arena, const char *bytes, int base, const char **problem) {
  const char *digits = bytes + (*bytes == '+' || *bytes == '-');
  if (base == 10 && digits[0] == '0' && digits[1] != '\0') {
    *problem = "a leading zero makes another number of it in YAML 1.1; quote it";
    return NULL;
  }
  errno = 0;
  long long integer = strtoll(base == 10 ? bytes : bytes + 2, NULL, base);
  if (errno == ERANGE) {
    *problem = "the integer has more than 64 bits";
    return NULL;
  }
  return gs_integer(arena, integer);
}

/* strtod expects the point of the process's locale. The C locale is always there, and making it takes no memory. */
static double read_decimal(const char *bytes) {
  locale_t plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  double number = strtod_l(bytes, NULL, plain);
  freelocale(plain);
  return number;
}

static gs_value *resolve_decimal(gs_arena *arena, const char *bytes, const char **problem) {
  double number = read_decimal(bytes);
  if (isfinite(number)) return gs_number(arena, number);
  *problem = "the number is too large";
  return NULL;
}

gs_value *gs_schema_resolve(gs_arena *arena, const char *bytes, size_t length, const char **problem) {
  *problem = NULL;
  if (is_one_of(bytes, null_words)) return gs_null(arena);
  /* Numbers begin like this, words are short: most scalars are seen to be strings by one or two bytes. */
  bool like_number = strchr(DIGITS "+-.", bytes[0]);
  if (!like_number) {
    if (is_one_of(bytes, true_words)) return gs_boolean(arena, true);
    if (is_one_of(bytes, false_words)) return gs_boolean(arena, false);
    return gs_string_copy(arena, bytes, length);
  }
  int base = integer_base(bytes);
  if (base) return resolve_integer(arena, bytes, base, problem);
  if (is_decimal(bytes)) return resolve_decimal(arena, bytes, problem);
  if (is_one_of(bytes + (*bytes == '+' || *bytes == '-'), endless_words)) {
    *problem = "the number is not finite";
    return NULL;
  }
  return gs_string_copy(arena, bytes, length);
}
