#include "text/utf8.h"

size_t gs_utf8_decode(const unsigned char *bytes, size_t length, uint32_t *code_point) {
  unsigned char lead = bytes[0];
  if (lead < 0x80) {
    *code_point = lead;
    return 1;
  }
  *code_point = GS_INVALID;
  if (lead < 0xC2 || lead > 0xF4) return 1;
  size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  /* The second byte is what keeps out overlong forms, surrogates and everything above U+10FFFF. */
  unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (length < 2 || bytes[1] < low || bytes[1] > high) return 1;
  uint32_t value = (uint32_t)(lead & (0x7F >> size)) << 6 | (bytes[1] & 0x3Fu);
  for (size_t i = 2; i < size; i++) {
    if (i >= length || !gs_utf8_continues(bytes[i])) return i;
    value = value << 6 | (bytes[i] & 0x3Fu);
  }
  *code_point = value;
  return size;
}

size_t gs_utf8_encode(uint32_t code_point, char bytes[GS_UTF8_MAX]) {
  if (code_point < 0x80) {
    bytes[0] = (char)code_point;
    return 1;
  }
  if (code_point < 0x800) {
    bytes[0] = (char)(0xC0 | code_point >> 6);
    bytes[1] = (char)(0x80 | (code_point & 0x3F));
    return 2;
  }
  if (code_point < 0x10000) {
    bytes[0] = (char)(0xE0 | code_point >> 12);
    bytes[1] = (char)(0x80 | (code_point >> 6 & 0x3F));
    bytes[2] = (char)(0x80 | (code_point & 0x3F));
    return 3;
  }
  bytes[0] = (char)(0xF0 | code_point >> 18);
  bytes[1] = (char)(0x80 | (code_point >> 12 & 0x3F));
  bytes[2] = (char)(0x80 | (code_point >> 6 & 0x3F));
  bytes[3] = (char)(0x80 | (code_point & 0x3F));
  return 4;
}

bool gs_is_utf8(const char *bytes, size_t length) {
  const unsigned char *at = (const unsigned char *)bytes, *stop = at + length;
  while (at < stop) {
    uint32_t code_point;
    if (*at < 0x80) {
      at++;
      continue;
    }
    /* Hangul and most else of three bytes: only E0 and ED restrict the second. */
    if (*at > 0xE0 && *at < 0xED && stop - at >= 3 && gs_utf8_continues(at[1]) && gs_utf8_continues(at[2])) {
      at += 3;
      continue;
    }
    at += gs_utf8_decode(at, (size_t)(stop - at), &code_point);
    if (code_point == GS_INVALID) return false;
  }
  return true;
}
