#include "script/trigger.h"

#include <string.h>

/* The code point at *at, which is moved behind it. Bytes that are no UTF-8 give some number, the same in text and literal. */
static uint32_t next_point(const unsigned char **at, const unsigned char *end) {
  uint32_t first = *(*at)++;
  if (first < 0xC0) return first;
  if (first >= 0xE0 && first < 0xF0 && end - *at >= 2) { /* Hangul */
    uint32_t hangul = (first & 0x0F) << 12 | ((*at)[0] & 0x3Fu) << 6 | ((*at)[1] & 0x3Fu);
    *at += 2;
    return hangul;
  }
  uint32_t point = first < 0xE0 ? first & 0x1F : first < 0xF0 ? first & 0x0F : first & 0x07;
  unsigned more = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  while (more-- > 0 && *at < end) point = point << 6 | (*(*at)++ & 0x3Fu);
  return point;
}

/* Fibonacci hashing of both code points to 16 bits. */
static uint32_t pair_of(uint32_t previous, uint32_t point) {
  uint64_t both = (uint64_t)previous << 21 | point;
  return (uint32_t)(both * UINT64_C(0x9E3779B97F4A7C15) >> 48);
}

static void set(uint64_t *bits, uint32_t bit) {
  bits[bit >> 6 & 1023] |= UINT64_C(1) << (bit & 63);
}

static bool is_set(const uint64_t *bits, uint32_t bit) {
  return (bits[bit >> 6 & 1023] >> (bit & 63) & 1) != 0;
}

void gs_trigger_filter_clear(gs_trigger_filter *filter) {
  memset(filter, 0, sizeof *filter);
}

void gs_trigger_filter_add(gs_trigger_filter *filter, const char *bytes, size_t length) {
  const unsigned char *at = (const unsigned char *)bytes, *end = at + length;
  for (uint32_t previous = 0; at < end;) {
    uint32_t point = next_point(&at, end);
    set(filter->points, point);
    set(filter->pairs, pair_of(previous, point));
    previous = point;
  }
}

bool gs_trigger_filter_may_hold(const gs_trigger_filter *filter, const char *literal, size_t length) {
  const unsigned char *at = (const unsigned char *)literal, *end = at + length;
  for (uint32_t previous = 0; at < end;) {
    uint32_t point = next_point(&at, end);
    if (previous == 0 ? !is_set(filter->points, point) : !is_set(filter->pairs, pair_of(previous, point))) return false;
    previous = point;
  }
  return true;
}
