#include <string.h>

#include "document/layout.h"
#include "document/mark.h"
#include "document/quoted.h"

/* Deeper nesting is not counted. */
#define DEEPEST 16

typedef struct collecting {
  gs_arena *arena;
  const gs_text *text;
  gs_span stretch;
  const gs_signs *signs;
  gs_spans sentences;
  uint32_t sentence;              /* the one that the signs have come to */
  uint32_t stops[DEEPEST], depth; /* where the pairs end that hold the present place */
  uint32_t last_stop;             /* of the last outermost pair of double marks, or lost mark */
  gs_diagnostics *diagnostics;
  gs_quoted_room *quoted;
} collecting;

static gs_mark mark_of(const gs_sign *opening, const gs_sign *closing) {
  if (opening->kind == GS_SIGN_DOUBLE || closing->kind == GS_SIGN_DOUBLE) return GS_MARK_DOUBLE;
  switch (opening->kind) {
  case GS_SIGN_SINGLE:
    return GS_MARK_SINGLE;
  case GS_SIGN_CORNER:
    return GS_MARK_CORNER;
  case GS_SIGN_WHITE_CORNER:
    return GS_MARK_WHITE_CORNER;
  default:
    return GS_MARK_ANGLE;
  }
}

static bool push(collecting *at, gs_quoted quoted) {
  gs_quoted_room *list = at->quoted;
  if (list->count == list->room) {
    uint32_t room = list->room ? list->room * 2 : 32;
    gs_quoted *items = gs_arena_grow(at->arena, list->items, list->room * sizeof *items, room * sizeof *items);
    if (!items) return false;
    list->items = items;
    list->room = room;
  }
  list->items[list->count++] = quoted;
  return true;
}

static bool push_pair(collecting *at, const gs_sign *opening, const gs_sign *closing) {
  uint32_t stop = closing->at + closing->length;
  gs_quoted quoted = {
      {opening->at + opening->length, closing->at}, {opening->at, stop}, mark_of(opening, closing), true, at->depth};
  if (at->depth == 0 && quoted.mark == GS_MARK_DOUBLE) at->last_stop = stop;
  if (at->depth < DEEPEST) at->stops[at->depth++] = stop;
  return push(at, quoted);
}

/* The sentence that holds place, or the last one before it. */
static uint32_t sentence_at(collecting *at, uint32_t place) {
  while (at->sentence + 1 < at->sentences.count && at->sentences.items[at->sentence + 1].start <= place) at->sentence++;
  return at->sentence;
}

/* Where the next double mark stands, from sign index on; the stretch's end where there is none. */
static uint32_t next_double(const collecting *at, uint32_t index) {
  for (uint32_t i = index; i < at->signs->count; i++)
    if (at->signs->items[i].kind == GS_SIGN_DOUBLE) return at->signs->items[i].at;
  return at->stretch.stop;
}

/* What a lost mark opens ends with the sentence, and before the next quotation. In an interview, where the mark stands
 * before the first sentence of an answer, the answer ends where the dash of the next question stands. */
static gs_span opened_by(collecting *at, uint32_t index) {
  const gs_sign *mark = &at->signs->items[index];
  uint32_t limit = next_double(at, index + 1), i = sentence_at(at, mark->at);
  uint32_t stop = at->sentences.items[i].stop;
  if (at->sentences.items[i].start == mark->at)
    for (uint32_t k = i + 1; k < at->sentences.count && at->sentences.items[k].start < limit; k++) {
      if (at->text->bytes[at->sentences.items[k].start] != '-') continue;
      stop = at->sentences.items[k - 1].stop;
      break;
    }
  return (gs_span){mark->at + mark->length, stop < limit ? stop : limit};
}

/* What a lost mark closes begins with the sentence, or behind the quotation before it and its particle. */
static gs_span closed_by(collecting *at, uint32_t index) {
  const gs_sign *mark = &at->signs->items[index];
  uint32_t i = sentence_at(at, mark->at), start = at->sentences.items[i].start;
  if (start == mark->at && i > 0) start = at->sentences.items[i - 1].start; /* `…있다."고` */
  if (start < at->last_stop) {
    const char *space = memchr(at->text->bytes + at->last_stop, ' ', mark->at - at->last_stop);
    start = space ? (uint32_t)(space - at->text->bytes) + 1 : at->last_stop;
  }
  return (gs_span){start, mark->at};
}

/* Moves the last one, which begins before its mark, to its place in order: those that begin within it are nested in it.
 */
static void sink_last(collecting *at) {
  gs_quoted *items = at->quoted->items, last = items[at->quoted->count - 1];
  uint32_t i = at->quoted->count - 1;
  for (; i > 0 && items[i - 1].whole.start >= last.whole.start; i--) {
    items[i] = items[i - 1];
    items[i].depth++;
  }
  items[i] = last;
}

static bool push_lost(collecting *at, uint32_t index) {
  const gs_sign *mark = &at->signs->items[index];
  gs_mark_costs costs = gs_mark_costs_of(at->text->bytes, at->stretch, at->signs, index);
  if (!costs.lost) return true;
  uint32_t stop = mark->at + mark->length;
  bool opens = costs.open <= costs.close;
  gs_span text = gs_trimmed(at->text->bytes, opens ? opened_by(at, index) : closed_by(at, index));
  gs_span source = gs_offset_source(&at->text->map, (gs_span){mark->at, stop});
  gs_diagnose(at->diagnostics, "layout", source.start, source.stop, "a quotation mark lacks its partner");
  at->last_stop = stop;
  if (text.start >= text.stop) return true;
  gs_span whole = opens ? (gs_span){mark->at, text.stop} : (gs_span){text.start, stop};
  if (!push(at, (gs_quoted){text, whole, GS_MARK_DOUBLE, false, 0})) return false;
  if (opens)
    at->stops[at->depth++] = text.stop;
  else
    sink_last(at);
  return true;
}

bool gs_quoted_collect(gs_arena *arena, const gs_text *text, gs_span stretch, const gs_signs *signs, gs_spans sentences,
                       gs_diagnostics *diagnostics, gs_quoted_room *quoted) {
  collecting at = {.arena = arena,
                   .text = text,
                   .stretch = stretch,
                   .signs = signs,
                   .sentences = sentences,
                   .diagnostics = diagnostics,
                   .quoted = quoted};
  for (uint32_t i = 0; i < signs->count; i++) {
    const gs_sign *sign = &signs->items[i];
    if (sign->kind < GS_SIGN_DOUBLE || sign->kind == GS_SIGN_BRACKET || sign->kind == GS_SIGN_BULLET) continue;
    while (at.depth > 0 && at.stops[at.depth - 1] <= sign->at) at.depth--;
    bool fine = true;
    if (sign->partner != GS_ALONE && sign->partner > i)
      fine = push_pair(&at, sign, &signs->items[sign->partner]);
    else if (sign->partner == GS_ALONE && sign->kind == GS_SIGN_DOUBLE && at.depth == 0)
      fine = push_lost(&at, i);
    if (!fine) return false;
  }
  return true;
}
