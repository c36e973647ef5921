#include "document/sign.h"

#include <string.h>

/* Each sign of three bytes, the frequent ones first. */
static const struct {
  char bytes[4];
  uint8_t kind, shape, form;
} table[] = {
    {"“", GS_SIGN_DOUBLE, GS_SHAPE_OPENING, '"'},
    {"”", GS_SIGN_DOUBLE, GS_SHAPE_CLOSING, '"'},
    {"‘", GS_SIGN_SINGLE, GS_SHAPE_OPENING, '\''},
    {"’", GS_SIGN_SINGLE, GS_SHAPE_CLOSING, '\''},
    {"…", GS_SIGN_ELLIPSIS, 0, '.'},
    {"▲", GS_SIGN_BULLET, 0, 0},
    {"△", GS_SIGN_BULLET, 0, 0},
    {"▶", GS_SIGN_BULLET, 0, 1},
    {"▷", GS_SIGN_BULLET, 0, 1},
    {"◆", GS_SIGN_BULLET, 0, 1},
    {"◇", GS_SIGN_BULLET, 0, 1},
    {"■", GS_SIGN_BULLET, 0, 1},
    {"□", GS_SIGN_BULLET, 0, 1},
    {"●", GS_SIGN_BULLET, 0, 0},
    {"○", GS_SIGN_BULLET, 0, 0},
    {"▼", GS_SIGN_BULLET, 0, 0},
    {"▽", GS_SIGN_BULLET, 0, 0},
    {"„", GS_SIGN_DOUBLE, GS_SHAPE_OPENING, '"'},
    {"‚", GS_SIGN_SINGLE, GS_SHAPE_OPENING, '\''},
    {"″", GS_SIGN_DOUBLE, GS_SHAPE_STRAIGHT, '"'},
    {"′", GS_SIGN_SINGLE, GS_SHAPE_STRAIGHT, '\''},
    {"‟", GS_SIGN_DOUBLE, GS_SHAPE_OPENING, '"'},
    {"「", GS_SIGN_CORNER, GS_SHAPE_OPENING, 0},
    {"」", GS_SIGN_CORNER, GS_SHAPE_CLOSING, 0},
    {"『", GS_SIGN_WHITE_CORNER, GS_SHAPE_OPENING, 1},
    {"』", GS_SIGN_WHITE_CORNER, GS_SHAPE_CLOSING, 1},
    {"〈", GS_SIGN_ANGLE, GS_SHAPE_OPENING, 2},
    {"〉", GS_SIGN_ANGLE, GS_SHAPE_CLOSING, 2},
    {"《", GS_SIGN_ANGLE, GS_SHAPE_OPENING, 3},
    {"》", GS_SIGN_ANGLE, GS_SHAPE_CLOSING, 3},
    {"【", GS_SIGN_BRACKET, GS_SHAPE_OPENING, 4},
    {"】", GS_SIGN_BRACKET, GS_SHAPE_CLOSING, 4},
    {"〔", GS_SIGN_BRACKET, GS_SHAPE_OPENING, 5},
    {"〕", GS_SIGN_BRACKET, GS_SHAPE_CLOSING, 5},
    {"。", GS_SIGN_STOP, 0, 0},
    {"．", GS_SIGN_STOP, 0, '.'},
    {"？", GS_SIGN_STOP, 0, '?'},
    {"！", GS_SIGN_STOP, 0, '!'},
    {"＂", GS_SIGN_DOUBLE, GS_SHAPE_STRAIGHT, '"'},
    {"＇", GS_SIGN_SINGLE, GS_SHAPE_STRAIGHT, '\''},
    {"（", GS_SIGN_BRACKET, GS_SHAPE_OPENING, '('},
    {"）", GS_SIGN_BRACKET, GS_SHAPE_CLOSING, '('},
    {"［", GS_SIGN_BRACKET, GS_SHAPE_OPENING, '['},
    {"］", GS_SIGN_BRACKET, GS_SHAPE_CLOSING, '['},
    {"｢", GS_SIGN_CORNER, GS_SHAPE_OPENING, 0},
    {"｣", GS_SIGN_CORNER, GS_SHAPE_CLOSING, 0},
    {"‶", GS_SIGN_DOUBLE, GS_SHAPE_OPENING, '"'},
};

/* What a byte may be the beginning of. */
enum { NO_SIGN, LONGER_SIGN, SIGN };

static const struct {
  uint8_t begins, kind, shape, form;
} by_byte[256] = {
    ['.'] = {SIGN, GS_SIGN_STOP, 0, '.'},
    ['?'] = {SIGN, GS_SIGN_STOP, 0, '?'},
    ['!'] = {SIGN, GS_SIGN_STOP, 0, '!'},
    ['"'] = {SIGN, GS_SIGN_DOUBLE, GS_SHAPE_STRAIGHT, '"'},
    ['\''] = {SIGN, GS_SIGN_SINGLE, GS_SHAPE_STRAIGHT, '\''},
    ['`'] = {SIGN, GS_SIGN_SINGLE, GS_SHAPE_STRAIGHT, '\''},
    ['('] = {SIGN, GS_SIGN_BRACKET, GS_SHAPE_OPENING, '('},
    [')'] = {SIGN, GS_SIGN_BRACKET, GS_SHAPE_CLOSING, '('},
    ['['] = {SIGN, GS_SIGN_BRACKET, GS_SHAPE_OPENING, '['},
    [']'] = {SIGN, GS_SIGN_BRACKET, GS_SHAPE_CLOSING, '['},
    ['{'] = {SIGN, GS_SIGN_BRACKET, GS_SHAPE_OPENING, '{'},
    ['}'] = {SIGN, GS_SIGN_BRACKET, GS_SHAPE_CLOSING, '{'},
    [0xE2] = {.begins = LONGER_SIGN},
    [0xE3] = {.begins = LONGER_SIGN},
    [0xEF] = {.begins = LONGER_SIGN},
};

/* The sign at a place, of length 0 where there is none. */
static gs_sign sign_at(const char *bytes, uint32_t at, uint32_t stop) {
  const char *here = bytes + at;
  unsigned char first = (unsigned char)here[0];
  if (by_byte[first].begins == SIGN)
    return (gs_sign){at, GS_ALONE, 1, by_byte[first].kind, by_byte[first].shape, by_byte[first].form};
  if (by_byte[first].begins == NO_SIGN || stop - at < 3) return (gs_sign){0};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    if (here[2] == table[i].bytes[2] && here[1] == table[i].bytes[1] && here[0] == table[i].bytes[0])
      return (gs_sign){at, GS_ALONE, 3, table[i].kind, table[i].shape, table[i].form};
  return (gs_sign){0};
}

bool gs_signs_read(gs_arena *arena, const char *bytes, gs_span stretch, gs_signs *signs) {
  signs->count = 0;
  for (uint32_t at = stretch.start; at < stretch.stop; at++) {
    unsigned char first = (unsigned char)bytes[at];
    if (first >= 0xE4 && first <= 0xEE) { /* Hangul and Chinese characters: most of the text */
      at += 2;
      continue;
    }
    if (by_byte[first].begins == NO_SIGN) continue;
    gs_sign sign = sign_at(bytes, at, stretch.stop);
    if (sign.length == 0) continue;
    if (signs->count == signs->room) {
      uint32_t room = signs->room ? signs->room * 2 : 128;
      gs_sign *items = gs_arena_grow(arena, signs->items, signs->room * sizeof *items, room * sizeof *items);
      if (!items) return false;
      signs->items = items;
      signs->room = room;
    }
    signs->items[signs->count++] = sign;
    at += sign.length - 1u;
  }
  return true;
}

/* An opening that still waits is looked for among this many: text does not nest deeper, hostile text does. */
#define MOST_OPEN 16

void gs_signs_pair_brackets(gs_signs *signs) {
  uint32_t open[MOST_OPEN], count = 0;
  for (uint32_t i = 0; i < signs->count; i++) {
    gs_sign *sign = &signs->items[i];
    if (sign->kind < GS_SIGN_BRACKET || sign->kind == GS_SIGN_BULLET) continue;
    if (sign->shape == GS_SHAPE_OPENING) {
      if (count == MOST_OPEN) memmove(open, open + 1, (--count) * sizeof *open);
      open[count++] = i;
      continue;
    }
    uint32_t found = count;
    while (found > 0 &&
           (signs->items[open[found - 1]].kind != sign->kind || signs->items[open[found - 1]].form != sign->form))
      found--;
    if (found == 0) continue;
    count = found - 1;
    sign->partner = open[count];
    signs->items[open[count]].partner = i;
  }
}

static gs_beside beside_of(const char *bytes, uint32_t at, uint32_t stop) {
  unsigned char first = (unsigned char)bytes[at];
  if (first <= ' ') return GS_BESIDE_SPACE;
  if (first >= '0' && first <= '9') return GS_BESIDE_DIGIT;
  if ((first | 32) >= 'a' && (first | 32) <= 'z') return GS_BESIDE_LATIN;
  if (first == ',') return GS_BESIDE_COMMA;
  if (first >= 0xE4 && first <= 0xED) return GS_BESIDE_HANGUL;
  if (first >= 0xC3 && first <= 0xCF) return GS_BESIDE_LATIN;
  if (first == 0xC2 && stop - at >= 2 && (unsigned char)bytes[at + 1] == 0xA0) return GS_BESIDE_SPACE;
  if (gs_text_begins(bytes, at, stop, "\xE3\x80\x80") || gs_text_begins(bytes, at, stop, "\xE2\x80\x8B"))
    return GS_BESIDE_SPACE;
  if (by_byte[first].begins == NO_SIGN) return GS_BESIDE_OTHER;
  gs_sign sign = sign_at(bytes, at, stop);
  if (sign.length == 0) return GS_BESIDE_OTHER;
  switch (sign.kind) {
  case GS_SIGN_STOP:
  case GS_SIGN_ELLIPSIS:
    return GS_BESIDE_STOP;
  case GS_SIGN_DOUBLE:
  case GS_SIGN_SINGLE:
    return GS_BESIDE_MARK;
  case GS_SIGN_BULLET:
    return GS_BESIDE_OTHER;
  default:
    return sign.shape == GS_SHAPE_OPENING ? GS_BESIDE_OPENER : GS_BESIDE_CLOSER;
  }
}

gs_beside gs_beside_before(const char *bytes, uint32_t start, uint32_t at) {
  if (at == start) return GS_BESIDE_EDGE;
  uint32_t stop = at--;
  while (at > start && ((unsigned char)bytes[at] & 0xC0) == 0x80) at--;
  return beside_of(bytes, at, stop);
}

gs_beside gs_beside_after(const char *bytes, uint32_t at, uint32_t stop) {
  return at >= stop ? GS_BESIDE_EDGE : beside_of(bytes, at, stop);
}
