#include "document/body.h"

#include <string.h>

#include "document/layout.h"
#include "document/quoted.h"
#include "document/sentence.h"

/* Signs are paired within a paragraph, and within this many bytes of one: it bounds memory and time for a file that is
 * one line of marks. The longest paragraph of 4,000 real articles has 20 kB. */
#define LONGEST_STRETCH 65536

typedef struct span_list {
  gs_span *items;
  uint32_t count, room;
} span_list;

typedef struct reading {
  gs_arena *arena;
  const gs_text *text;
  gs_diagnostics *diagnostics;
  gs_signs signs;
  span_list paragraphs, sentences;
  gs_quoted_room quoted;
} reading;

static bool push(gs_arena *arena, span_list *list, gs_span span) {
  if (list->count == list->room) {
    uint32_t room = list->room ? list->room * 2 : 64;
    gs_span *items = gs_arena_grow(arena, list->items, list->room * sizeof span, room * sizeof span);
    if (!items) return false;
    list->items = items;
    list->room = room;
  }
  list->items[list->count++] = span;
  return true;
}

static bool read_sentences(reading *at, gs_span stretch) {
  uint32_t next = 0;
  for (uint32_t start = stretch.start; start < stretch.stop;) {
    gs_span sentence = gs_sentence_next(at->text->bytes, stretch, &at->signs, start, &next);
    start = sentence.stop;
    sentence = gs_trimmed(at->text->bytes, sentence);
    if (sentence.start < sentence.stop && !push(at->arena, &at->sentences, sentence)) return false;
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
  const char *bytes = at->text->bytes;
  uint32_t first = at->sentences.count;
  if (!gs_signs_read(at->arena, bytes, stretch, &at->signs)) return false;
  gs_signs_pair_brackets(&at->signs);
  if (!gs_signs_pair_marks(at->arena, bytes, stretch, &at->signs) || !read_sentences(at, stretch)) return false;
  gs_spans sentences = {at->sentences.items + first, at->sentences.count - first};
  return gs_quoted_collect(at->arena, at->text, stretch, &at->signs, sentences, at->diagnostics, &at->quoted);
}

static bool read_paragraph(reading *at, gs_span paragraph) {
  if (!push(at->arena, &at->paragraphs, paragraph)) return false;
  while (paragraph.start < paragraph.stop) {
    uint32_t stop = stretch_stop(at->text->bytes, paragraph.start, paragraph.stop);
    if (!read_stretch(at, (gs_span){paragraph.start, stop})) return false;
    paragraph.start = stop;
  }
  return true;
}

gisa_status gs_body_read(gs_arena *arena, gs_diagnostics *diagnostics, gs_document *document) {
  reading at = {.arena = arena, .text = &document->text, .diagnostics = diagnostics};
  const char *bytes = document->text.bytes;
  gs_span body = document->body;
  while (body.start < body.stop) {
    const char *end = memchr(bytes + body.start, '\n', body.stop - body.start);
    uint32_t stop = end ? (uint32_t)(end - bytes) : body.stop;
    gs_span paragraph = gs_trimmed(bytes, (gs_span){body.start, stop});
    if (paragraph.start < paragraph.stop && !read_paragraph(&at, paragraph)) return GISA_NO_MEMORY;
    body.start = end ? stop + 1 : stop;
  }
  document->paragraphs = (gs_spans){at.paragraphs.items, at.paragraphs.count};
  document->sentences = (gs_spans){at.sentences.items, at.sentences.count};
  document->quoted = (gs_quoted_list){at.quoted.items, at.quoted.count};
  return GISA_OK;
}
