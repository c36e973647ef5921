/* Normal form C of the few stretches that need it. */
#ifndef GS_TEXT_NORMAL_FORM_H
#define GS_TEXT_NORMAL_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/arena.h"

bool gs_nfc_looks_stable(uint32_t code_point);

/* Whether a code point is the same in NFC whatever stands before it, so that text can be cut in front of it. May say
 * false of one that is (`é`), never true of one that is not. */
static inline bool gs_nfc_stable(uint32_t code_point) {
  /* ASCII, Hangul syllables and ideographs are nearly all of a Korean article. */
  return code_point < 0x80 || (code_point >= 0xAC00 && code_point <= 0xD7A3) ||
         (code_point >= 0x3400 && code_point <= 0x9FFF) || gs_nfc_looks_stable(code_point);
}

/* Room for the work, used again from one stretch to the next. Begins as {.arena = …}. */
typedef struct gs_nfc {
  gs_arena *arena;
  int32_t *code_points, *sorted;
  size_t capacity, sorted_capacity;
  char *bytes; /* the result of gs_nfc_compose, valid until the next call */
  size_t length, bytes_capacity;
} gs_nfc;

/* Puts the NFC of a stretch of valid UTF-8 into nfc->bytes; false when memory is out. Time is linear in length: a line
 * of a million combining marks is sorted by counting. */
bool gs_nfc_compose(gs_nfc *nfc, const char *bytes, size_t length);

#endif
