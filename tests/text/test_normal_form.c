#include "text/normal_form.h"

#include <stdlib.h>
#include <time.h>
#include <utf8proc.h>

#include "text/cleaned.h"
#include "text/random_source.h"

static bool is_scalar(uint32_t code_point) {
  return code_point < 0xD800 || code_point > 0xDFFF;
}

Test(normal_form, stable_code_points_never_change_or_join) {
  for (uint32_t code_point = 1; code_point <= 0x10FFFF; code_point++) {
    if (!is_scalar(code_point)) continue;
    char utf8[GS_UTF8_MAX + 1] = "";
    gs_utf8_encode(code_point, utf8);
    if (gs_nfc_stable(code_point)) {
      utf8proc_uint8_t *normal = utf8proc_NFC((const utf8proc_uint8_t *)utf8);
      cr_expect(strcmp((char *)normal, utf8) == 0, "U+%04X changes", (unsigned)code_point);
      cr_expect(utf8proc_get_property((utf8proc_int32_t)code_point)->combining_class == 0, "U+%04X is a mark",
                (unsigned)code_point);
      free(normal);
    }
    /* What stands second in a canonical decomposition may be composed with what is before it. */
    int32_t parts[16];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char((utf8proc_int32_t)code_point, parts, 16, UTF8PROC_STABLE | UTF8PROC_COMPOSE, &boundary);
    for (utf8proc_ssize_t i = 1; i < count; i++)
      cr_expect(!gs_nfc_stable((uint32_t)parts[i]), "U+%04X composes", (unsigned)parts[i]);
  }
}

Test(normal_form, equals_utf8proc_on_the_whole_text) {
  static random_source random;
  for (uint64_t seed = 1; seed <= 30000; seed++) {
    make_random_source(&random, seed, 1 + (unsigned)(seed % 40));
    utf8proc_uint8_t *normal = utf8proc_NFC((const utf8proc_uint8_t *)random.expected);
    cleaned result;
    clean_source(&result, random.source, random.source_length, NULL);
    cr_assert(strlen((char *)normal) == result.text.length && strcmp((char *)normal, result.text.bytes) == 0,
              "seed %llu: %s, not %s", (unsigned long long)seed, result.text.bytes, (char *)normal);
    free_cleaned(&result);
    free(normal);
  }
}

/* Marks in falling and rising order make an insertion sort quadratic: utf8proc_NFC takes 13 s for 80,000 of them. */
Test(normal_form, a_line_of_marks_takes_linear_time, .timeout = 60) {
  enum { MARKS = 1000000 };
  char *source = malloc(1 + 4 * MARKS);
  cr_assert(source);
  source[0] = 'a';
  for (size_t i = 0; i < MARKS; i++) memcpy(source + 1 + 4 * i, "\u0301\u0323", 4);
  cleaned result;
  clock_t before = clock();
  clean_source(&result, source, 1 + 4 * MARKS, NULL);
  double seconds = (double)(clock() - before) / CLOCKS_PER_SEC;
  cr_expect(seconds < 10, "%.1f s", seconds);
  cr_expect(strncmp(result.text.bytes, "\u1EA1\u0323\u0323", 7) == 0);
  cr_expect(strcmp(result.text.bytes + result.text.length - 4, "\u0301\u0301") == 0);
  free_cleaned(&result);
  free(source);
}
