#include "engine/fold.h"

#include <string.h>
#include <utf8proc.h>

#include "text/utf8.h"

/* Names of events and benchmarks have up to some fifteen syllables, and one that differs names another thing; longer stretches of Korean are
 * sentences. Letters of other scripts carry less each. */
#define PROSE_SYLLABLES 16
#define PROSE_LETTERS   60

static bool is_hangul(uint32_t code_point) {
  return code_point >= 0xAC00 && code_point <= 0xD7A3;
}

static bool is_digit(const int32_t *code_points, size_t count, size_t at) {
  return at < count && utf8proc_category(code_points[at]) == UTF8PROC_CATEGORY_ND;
}

static bool is_kept(const int32_t *code_points, size_t count, size_t at) {
  int32_t c = code_points[at];
  switch (utf8proc_category(c)) {
  case UTF8PROC_CATEGORY_PD:
  case UTF8PROC_CATEGORY_PO:
    if (c == '.' || c == '-') return at > 0 && is_digit(code_points, count, at - 1) && is_digit(code_points, count, at + 1);
    return c < 0x80 && strchr("%#&@/*", c) != NULL;
  case UTF8PROC_CATEGORY_PC:
  case UTF8PROC_CATEGORY_PS:
  case UTF8PROC_CATEGORY_PE:
  case UTF8PROC_CATEGORY_PI:
  case UTF8PROC_CATEGORY_PF:
  case UTF8PROC_CATEGORY_SK:
  case UTF8PROC_CATEGORY_ZS:
  case UTF8PROC_CATEGORY_ZL:
  case UTF8PROC_CATEGORY_ZP:
  case UTF8PROC_CATEGORY_CC:
  case UTF8PROC_CATEGORY_CF:
  case UTF8PROC_CATEGORY_CN: return false;
  default: return true;
  }
}

/* The folded code points that are kept, as UTF-8. */
static size_t print_kept(const int32_t *code_points, size_t count, char *out, gs_folded *folded) {
  size_t length = 0, syllables = 0, letters = 0;
  for (size_t i = 0; i < count; i++) {
    if (!is_kept(code_points, count, i)) continue;
    length += gs_utf8_encode((uint32_t)code_points[i], out + length);
    syllables += is_hangul((uint32_t)code_points[i]);
    letters++;
  }
  folded->prose = syllables >= PROSE_SYLLABLES || letters >= PROSE_LETTERS;
  return length;
}

bool gs_fold(gs_arena *arena, const char *bytes, size_t length, gs_folded *folded) {
  const utf8proc_option_t decompose = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
  const utf8proc_uint8_t *source = (const utf8proc_uint8_t *)bytes;
  *folded = (gs_folded){.bytes = bytes, .length = length};
  utf8proc_ssize_t count = utf8proc_decompose(source, (utf8proc_ssize_t)length, NULL, 0, decompose);
  if (count <= 0) return true;
  /* With its NUL: utf8proc writes one behind what it normalizes. */
  int32_t *code_points = gs_arena_alloc(arena, ((size_t)count + 1) * sizeof *code_points);
  char *out = gs_arena_alloc(arena, (size_t)count * GS_UTF8_MAX + 1);
  if (code_points == NULL || out == NULL) return false;
  utf8proc_decompose(source, (utf8proc_ssize_t)length, code_points, count, decompose);
  count = utf8proc_normalize_utf32(code_points, count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
  size_t kept = count <= 0 ? 0 : print_kept(code_points, (size_t)count, out, folded);
  if (kept == 0) return true;
  out[kept] = '\0';
  folded->bytes = out;
  folded->length = kept;
  return true;
}

size_t gs_fold_particle(const char *bytes, size_t length) {
  /* The longer ones first: `에서는` ends in `는` too. */
  static const char *const particles[] = {"에서는", "에게는", "께서는", "으로는", "에서", "에게", "께서", "으로", "은",
                                          "는",     "이",     "가",     "을",     "를",   "와",   "과",   "의",   "도"};
  for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
    size_t particle = strlen(particles[i]);
    if (length <= particle || memcmp(bytes + length - particle, particles[i], particle) != 0) continue;
    size_t before = 0;
    for (size_t at = 0; at < length - particle; at++) before += !gs_utf8_continues((unsigned char)bytes[at]);
    if (before >= 3) return length - particle;
  }
  return length;
}
