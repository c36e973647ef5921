/* Steps from code point to code point in valid UTF-8. */
#ifndef GS_TEXT_CODE_POINT_H
#define GS_TEXT_CODE_POINT_H

#include <stdbool.h>
#include <string.h>

#include "text/text.h"

/* Whether a code point begins at this byte (the NUL behind a text counts as one). */
static inline bool gs_is_boundary(char byte) {
  return ((unsigned char)byte & 0xC0) != 0x80;
}

static inline uint32_t gs_next_boundary(const char *text, uint32_t at) {
  do at++; while (!gs_is_boundary(text[at]));
  return at;
}

static inline uint32_t gs_previous_boundary(const char *text, uint32_t at) {
  do at--; while (at > 0 && !gs_is_boundary(text[at]));
  return at;
}

/* The length in bytes of the white space that begins at text[at], 0 where there is none: ASCII white space,
 * U+00A0 no-break space, U+2000–U+200B (spaces, zero width space), U+3000 ideographic space. */
static inline uint32_t gs_space_length(const char *text, uint32_t at) {
  const unsigned char *byte = (const unsigned char *)text + at;
  if (byte[0] == ' ' || (byte[0] >= '\t' && byte[0] <= '\r')) return 1;
  if (byte[0] == 0xC2 && byte[1] == 0xA0) return 2;
  if (byte[0] == 0xE2 && byte[1] == 0x80 && byte[2] >= 0x80 && byte[2] <= 0x8B) return 3;
  if (byte[0] == 0xE3 && byte[1] == 0x80 && byte[2] == 0x80) return 3;
  return 0;
}

/* The piece without white space at its ends. */
static inline gs_span gs_trim(const char *text, gs_span piece) {
  uint32_t step;
  while (piece.start < piece.stop && (step = gs_space_length(text, piece.start)) > 0) piece.start += step;
  while (piece.start < piece.stop) {
    uint32_t last = gs_previous_boundary(text, piece.stop);
    if (gs_space_length(text, last) == 0) break;
    piece.stop = last;
  }
  return piece;
}

#endif
