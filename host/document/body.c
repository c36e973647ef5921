#include "document/body.h"

#include <string.h>

#include "document/layout.h"
#include "document/quoted.h"
#include "document/sentence.h"
#include "document/sign.h"

/* Signs are paired within a paragraph, and within this many bytes of one: it bounds memory and time for a file that is one
 * line of marks. The longest paragraph of 4,000 real articles has 20 kB. */
#define LONGEST_STRETCH 65536

typedef struct reading {
  gs_arena *arena;
  gs_diagnostics *diagnostics;
  const gs_document *document;
  const char *bytes;
  gs_signs signs;
  struct { gs_span *items; uint32_t count, room; } paragraphs, sentences;
  struct { gs_quoted *items; uint32_t count, room; } quoted;
} reading;

static void *grown(gs_arena *arena, void *items, uint32_t *room, size_t size, uint32_t first) {
  uint32_t wider = *room ? *room * 2 : first;
  items = gs_arena_grow(arena, items, *room * size, wider * size);
  if (items) *room = wider;
  return items;
}

static bool push_paragraph(reading *at, gs_span span) {
  if (at->paragraphs.count == at->paragraphs.room) {
    gs_span *items = grown(at->arena, at->paragraphs.items, &at->paragraphs.room, sizeof span, 16);
    if (!items) return false;
    at->paragraphs.items = items;
  }
  at->paragraphs.items[at->paragraphs.count++] = span;
  return true;
}

static bool push_sentence(reading *at, gs_span span) {
  if (at->sentences.count == at->sentences.room) {
    gs_span *items = grown(at->arena, at->sentences.items, &at->sentences.room, sizeof span, 64);
    if (!items) return false;
    at->sentences.items = items;
  }
  at->sentences.items[at->sentences.count++] = span;
  return true;
}

static bool push_quoted(reading *at, gs_quoted quoted) {
  if (at->quoted.count == at->quoted.room) {
    gs_quoted *items = grown(at->arena, at->quoted.items, &at->quoted.room, sizeof quoted, 32);
    if (!items) return false;
    at->quoted.items = items;
  }
  at->quoted.items[at->quoted.count++] = quoted;
  return true;
}

static bool read_sentences(reading *at, gs_span stretch) {
  uint32_t next = 0;
  for (uint32_t start = stretch.start; start < stretch.stop;) {
    gs_span sentence = gs_sentence_next(at->bytes, stretch, &at->signs, start, &next);
    start = sentence.stop;
    sentence = gs_trimmed(at->bytes, sentence);
    if (sentence.start < sentence.stop && !push_sentence(at, sentence)) return false;
  }
  return true;
}

static gs_mark mark_of(uint8_t kind) {
  switch (kind) {
  case GS_SIGN_DOUBLE: return GS_MARK_DOUBLE;
  case GS_SIGN_SINGLE: return GS_MARK_SINGLE;
  case GS_SIGN_CORNER: return GS_MARK_CORNER;
  case GS_SIGN_WHITE_CORNER: return GS_MARK_WHITE_CORNER;
  default: return GS_MARK_ANGLE;
  }
}

/* How many of the stretches before it hold the one that ends at stop: they are in order of their start, so those that ended
 * before it began can be forgotten. */
#define DEEPEST 16

static bool read_quoted(reading *at) {
  uint32_t stops[DEEPEST], depth = 0;
  for (uint32_t i = 0; i < at->signs.count; i++) {
    const gs_sign *sign = &at->signs.items[i];
    if (sign->kind < GS_SIGN_DOUBLE || sign->kind == GS_SIGN_BRACKET || sign->kind == GS_SIGN_BULLET) continue;
    if (sign->partner == GS_ALONE || sign->partner < i) continue;
    const gs_sign *closing = &at->signs.items[sign->partner];
    uint32_t stop = closing->at + closing->length;
    while (depth > 0 && stops[depth - 1] <= sign->at) depth--;
    gs_quoted quoted = {{sign->at + sign->length, closing->at}, {sign->at, stop}, mark_of(sign->kind), true, depth};
    if (depth < DEEPEST) stops[depth++] = stop;
    if (!push_quoted(at, quoted)) return false;
  }
  return true;
}

/* The end of a stretch that begins at start: at most LONGEST_STRETCH, never within a code point. */
static uint32_t stretch_stop(const char *bytes, uint32_t start, uint32_t stop) {
  if (stop - start <= LONGEST_STRETCH) return stop;
  stop = start + LONGEST_STRETCH;
  while (stop > start + 1 && ((unsigned char)bytes[stop] & 0xC0) == 0x80) stop--;
  return stop;
}

static bool read_stretch(reading *at, gs_span stretch) {
  if (!gs_signs_read(at->arena, at->bytes, stretch, &at->signs)) return false;
  gs_signs_pair_brackets(&at->signs);
  return gs_signs_pair_marks(at->arena, at->bytes, stretch, &at->signs) && read_sentences(at, stretch) && read_quoted(at);
}

static bool read_paragraph(reading *at, gs_span paragraph) {
  if (!push_paragraph(at, paragraph)) return false;
  while (paragraph.start < paragraph.stop) {
    uint32_t stop = stretch_stop(at->bytes, paragraph.start, paragraph.stop);
    if (!read_stretch(at, (gs_span){paragraph.start, stop})) return false;
    paragraph.start = stop;
  }
  return true;
}

gisa_status gs_body_read(gs_arena *arena, gs_diagnostics *diagnostics, gs_document *document) {
  reading at = {.arena = arena, .diagnostics = diagnostics, .document = document, .bytes = document->text.bytes};
  gs_span body = document->body;
  while (body.start < body.stop) {
    const char *end = memchr(at.bytes + body.start, '\n', body.stop - body.start);
    uint32_t stop = end ? (uint32_t)(end - at.bytes) : body.stop;
    gs_span paragraph = gs_trimmed(at.bytes, (gs_span){body.start, stop});
    if (paragraph.start < paragraph.stop && !read_paragraph(&at, paragraph)) return GISA_NO_MEMORY;
    body.start = end ? stop + 1 : stop;
  }
  document->paragraphs = (gs_spans){at.paragraphs.items, at.paragraphs.count};
  document->sentences = (gs_spans){at.sentences.items, at.sentences.count};
  document->quoted = (gs_quoted_list){at.quoted.items, at.quoted.count};
  return GISA_OK;
}
