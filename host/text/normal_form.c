#include "text/normal_form.h"

#include <string.h>
#include <utf8proc.h>

#include "text/utf8.h"

/* utf8proc asks for room for the longest decomposition of one code point, compatibility ones included (U+FDFA: 18). */
#define LONGEST_DECOMPOSITION 18

/* Runs of combining marks in real text have two or three; from here on counting beats insertion. */
#define SHORT_RUN 16

#define COMPOSE (UTF8PROC_STABLE | UTF8PROC_COMPOSE)

typedef struct code_point_range {
  uint32_t first, last;
} code_point_range;

/* What else is frequent in articles, in ascending order. */
static const code_point_range stable_ranges[] = {
    {0x00A0, 0x02FF},   /* Latin-1 punctuation, Latin letters with their accents */
    {0x0400, 0x0482},   /* Cyrillic */
    {0x1100, 0x115F},   /* leading consonants of decomposed Hangul */
    {0x1E00, 0x1EFF},   /* Vietnamese */
    {0x2002, 0x2064},   /* dashes, quotation marks, ellipsis, joiners */
    {0x2190, 0x2328},   /* arrows, mathematical operators */
    {0x2460, 0x2ADB},   /* circled numbers, boxes, shapes, dingbats */
    {0x3000, 0x3029},   /* 、。〈〉「」『』【】 */
    {0x3130, 0x33FF},   /* compatibility jamo, ㈜, ㎡ */
    {0xE000, 0xF8FF},   /* private use */
    {0xFE00, 0xFE0F},   /* variation selectors */
    {0xFF00, 0xFFFD},   /* full-width forms, U+FFFD */
    {0x1F000, 0x1FAFF}, /* emoji */
};

static bool has_canonical_decomposition(const utf8proc_property_t *property) {
  return property->decomp_type == 0 && property->decomp_seqindex != UINT16_MAX;
}

bool gs_nfc_looks_stable(uint32_t code_point) {
  for (size_t i = 0; i < sizeof stable_ranges / sizeof *stable_ranges && code_point >= stable_ranges[i].first; i++)
    if (code_point <= stable_ranges[i].last) return true;
  /* The vowel before the finals is none of them, but utf8proc 2.8 takes it for an empty final and drops it: it must not
   * see it behind a syllable. */
  if (code_point == 0x11A7) return true;
  /* Conjoining vowels and finals join the syllable before them. Beyond the BMP there are letters that compose. */
  if ((code_point >= 0x1160 && code_point <= 0x11FF) || code_point > 0xFFFF) return false;
  const utf8proc_property_t *property = utf8proc_get_property((utf8proc_int32_t)code_point);
  switch (property->category) {
  case UTF8PROC_CATEGORY_CN: /* unassigned in this utf8proc, perhaps not in the next */
  case UTF8PROC_CATEGORY_MN:
  case UTF8PROC_CATEGORY_MC: /* some spacing marks compose with what is before them */
  case UTF8PROC_CATEGORY_ME:
    return false;
  default:
    return property->combining_class == 0 && !has_canonical_decomposition(property);
  }
}

/* Composes the one syllable that a decomposed Korean file is made of, a leading consonant, a vowel and perhaps a final;
 * false where the stretch is anything else. Ten times as fast as the way through utf8proc. */
static bool compose_syllable(const unsigned char *bytes, size_t length, char syllable[GS_UTF8_MAX]) {
  if (length != 6 && length != 9) return false;
  uint32_t lead = 0, vowel = 0, final = 0x11A7;
  if (gs_utf8_decode(bytes, 3, &lead) != 3 || gs_utf8_decode(bytes + 3, 3, &vowel) != 3) return false;
  if (length == 9 && (gs_utf8_decode(bytes + 6, 3, &final) != 3 || final == 0x11A7)) return false;
  if (lead < 0x1100 || lead > 0x1112 || vowel < 0x1161 || vowel > 0x1175 || final < 0x11A7 || final > 0x11C2)
    return false;
  gs_utf8_encode(0xAC00 + ((lead - 0x1100) * 21 + (vowel - 0x1161)) * 28 + (final - 0x11A7), syllable);
  return true;
}

/* Grows an array of the arena to hold needed items of size bytes; the first kept ones stay. */
static bool reserve(gs_arena *arena, void **items, size_t *capacity, size_t kept, size_t needed, size_t size) {
  if (needed <= *capacity) return true;
  size_t larger = needed < 64 ? 64 : needed + needed / 2;
  void *grown = gs_arena_grow(arena, kept ? *items : NULL, kept ? *capacity * size : 0, larger * size);
  if (!grown) return false;
  *items = grown;
  *capacity = larger;
  return true;
}

/* The canonical decomposition in nfc->code_points, marks not yet in order. */
static bool decompose(gs_nfc *nfc, const unsigned char *bytes, size_t length, size_t *count) {
  *count = 0;
  for (size_t i = 0; i < length;) {
    void *items = nfc->code_points;
    if (!reserve(nfc->arena, &items, &nfc->capacity, *count, *count + LONGEST_DECOMPOSITION, sizeof(int32_t)))
      return false;
    nfc->code_points = items;
    uint32_t code_point = 0;
    i += gs_utf8_decode(bytes + i, length - i, &code_point);
    int boundary = 0;
    utf8proc_ssize_t more = utf8proc_decompose_char((utf8proc_int32_t)code_point, nfc->code_points + *count,
                                                    LONGEST_DECOMPOSITION, COMPOSE, &boundary);
    if (more < 0 || more > LONGEST_DECOMPOSITION) { /* cannot be: keep what was there */
      nfc->code_points[*count] = (int32_t)code_point;
      more = 1;
    }
    *count += (size_t)more;
  }
  return true;
}

static unsigned combining_class(int32_t code_point) {
  return (unsigned)utf8proc_get_property(code_point)->combining_class;
}

static void sort_by_insertion(int32_t *marks, size_t count) {
  for (size_t i = 1; i < count; i++) {
    int32_t mark = marks[i];
    size_t at = i;
    for (; at > 0 && combining_class(marks[at - 1]) > combining_class(mark); at--) marks[at] = marks[at - 1];
    marks[at] = mark;
  }
}

static bool sort_by_counting(gs_nfc *nfc, int32_t *marks, size_t count) {
  void *items = nfc->sorted;
  if (!reserve(nfc->arena, &items, &nfc->sorted_capacity, 0, count, sizeof(int32_t))) return false;
  nfc->sorted = items;
  size_t place[257] = {0}; /* a combining class is a byte */
  for (size_t i = 0; i < count; i++) place[combining_class(marks[i]) + 1]++;
  for (size_t i = 1; i < 257; i++) place[i] += place[i - 1];
  for (size_t i = 0; i < count; i++) nfc->sorted[place[combining_class(marks[i])]++] = marks[i];
  memcpy(marks, nfc->sorted, count * sizeof *marks);
  return true;
}

/* The canonical ordering: marks between two starters by combining class, equals in the order they came. utf8proc's own
 * is quadratic in the number of marks. */
static bool order_marks(gs_nfc *nfc, size_t count) {
  for (size_t i = 0; i < count; i++) {
    size_t first = i;
    while (i < count && combining_class(nfc->code_points[i]) != 0) i++;
    if (i - first > SHORT_RUN) {
      if (!sort_by_counting(nfc, nfc->code_points + first, i - first)) return false;
    } else if (i - first > 1) {
      sort_by_insertion(nfc->code_points + first, i - first);
    }
  }
  return true;
}

bool gs_nfc_compose(gs_nfc *nfc, const char *bytes, size_t length) {
  size_t count = 0;
  void *items = nfc->bytes;
  if (!reserve(nfc->arena, &items, &nfc->bytes_capacity, 0, GS_UTF8_MAX, 1)) return false;
  nfc->bytes = items;
  if (compose_syllable((const unsigned char *)bytes, length, nfc->bytes)) {
    nfc->length = 3;
    return true;
  }
  if (!decompose(nfc, (const unsigned char *)bytes, length, &count) || !order_marks(nfc, count)) return false;
  utf8proc_ssize_t composed = utf8proc_normalize_utf32(nfc->code_points, (utf8proc_ssize_t)count, COMPOSE);
  if (composed >= 0) count = (size_t)composed;
  items = nfc->bytes;
  if (!reserve(nfc->arena, &items, &nfc->bytes_capacity, 0, count * GS_UTF8_MAX, 1)) return false;
  nfc->bytes = items;
  nfc->length = 0;
  for (size_t i = 0; i < count; i++)
    nfc->length += gs_utf8_encode((uint32_t)nfc->code_points[i], nfc->bytes + nfc->length);
  return true;
}
