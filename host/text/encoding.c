#include "text/encoding.h"

#include <string.h>

#include "text/utf8.h"

static bool append(gs_transcript *transcript, const char *bytes, size_t length) {
  size_t needed = transcript->length + length + 1;
  if (needed >= UINT32_MAX) {
    transcript->status = GISA_TOO_LARGE;
    return false;
  }
  if (needed > transcript->capacity) {
    size_t larger = needed + needed / 2;
    char *grown = gs_arena_grow(transcript->arena, transcript->bytes, transcript->capacity, larger);
    if (!grown) return false;
    transcript->bytes = grown;
    transcript->capacity = larger;
  }
  memcpy(transcript->bytes + transcript->length, bytes, length);
  transcript->length += length;
  transcript->bytes[transcript->length] = '\0';
  return true;
}

bool gs_transcript_add(gs_transcript *transcript, const char *bytes, size_t length, uint32_t start, uint32_t stop,
                       const char *source) {
  bool straight = length == stop - start && memcmp(bytes, source + start, length) == 0;
  transcript->after_replaced = false;
  return gs_map_add(&transcript->map, (uint32_t)transcript->length, start, straight) &&
         append(transcript, bytes, length);
}

bool gs_transcript_replace(gs_transcript *transcript, uint32_t start, uint32_t stop) {
  if (transcript->replaced++ == 0) {
    transcript->replaced_start = start;
    transcript->replaced_stop = stop;
  }
  bool joins = transcript->after_replaced;
  transcript->after_replaced = true;
  return (joins || gs_map_add(&transcript->map, (uint32_t)transcript->length, start, false)) &&
         append(transcript, "\xEF\xBF\xBD", 3);
}

static uint32_t read_unit(const unsigned char *bytes, unsigned unit, bool big_endian) {
  uint32_t value = 0;
  for (unsigned i = 0; i < unit; i++) value = value << 8 | bytes[big_endian ? i : unit - 1 - i];
  return value;
}

bool gs_decode_wide(gs_transcript *transcript, const char *source, uint32_t start, uint32_t length, unsigned unit,
                    bool big_endian) {
  const unsigned char *bytes = (const unsigned char *)source;
  for (uint32_t at = start, next; at < length; at = next) {
    if (length - at < unit) return gs_transcript_replace(transcript, at, length);
    uint32_t value = read_unit(bytes + at, unit, big_endian);
    next = at + unit;
    if (unit == 2 && value >= 0xD800 && value <= 0xDBFF && length - next >= 2) {
      uint32_t low = read_unit(bytes + next, 2, big_endian);
      if (low >= 0xDC00 && low <= 0xDFFF) {
        value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
        next += 2;
      }
    }
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
      if (!gs_transcript_replace(transcript, at, next)) return false;
      continue;
    }
    char utf8[GS_UTF8_MAX];
    if (!gs_transcript_add(transcript, utf8, gs_utf8_encode(value, utf8), at, next, source)) return false;
  }
  return true;
}
