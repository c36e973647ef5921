/* UTF-8, one code point at a time. */
#ifndef GS_TEXT_UTF8_H
#define GS_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GS_REPLACEMENT 0xFFFDu /* U+FFFD REPLACEMENT CHARACTER */
#define GS_INVALID     UINT32_MAX

/* The most bytes one code point takes. */
#define GS_UTF8_MAX 4

static inline bool gs_utf8_continues(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

/* Reads the code point at bytes[0]; length is at least 1. Returns the number of bytes it takes. Where they are
 * malformed the code point is GS_INVALID and the number that of the bytes one U+FFFD stands for: the maximal subpart of
 * a well-formed sequence, else one byte (Unicode 3.9, the practice of the WHATWG decoders). */
size_t gs_utf8_decode(const unsigned char *bytes, size_t length, uint32_t *code_point);

/* Whether bytes are well-formed UTF-8. */
bool gs_is_utf8(const char *bytes, size_t length);

/* Writes a code point (not a surrogate, at most U+10FFFF); returns the number of bytes. */
size_t gs_utf8_encode(uint32_t code_point, char bytes[GS_UTF8_MAX]);

#endif
