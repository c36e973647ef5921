/* What fuzz targets share. A target gets any bytes; besides what the sanitizers see, it aborts where a promise is broken. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "document/document.h"
#include "text/code_point.h"
#include "text/utf8.h"

#define PROMISE(holds) \
  do { \
    if (!(holds)) { \
      fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #holds); \
      abort(); \
    } \
  } while (0)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A span lies in the text, on boundaries of code points. */
static inline void promise_span(const gs_text *text, gs_span span) {
  PROMISE(span.start <= span.stop && span.stop <= text->length);
  PROMISE(span.start == text->length || gs_is_boundary(text->bytes[span.start]));
  PROMISE(span.stop == text->length || gs_is_boundary(text->bytes[span.stop]));
}

/* Clean text is what text.h says, and its map stays within the source. */
static inline void promise_clean(const gs_text *text, size_t source_length) {
  PROMISE(gs_is_utf8(text->bytes, text->length));
  PROMISE(text->bytes[text->length] == '\0');
  uint32_t last = 0;
  for (uint32_t at = 0; at <= text->length; at = at + 1 + at / 64) {
    gs_span source = gs_offset_source(&text->map, (gs_span){at, at});
    PROMISE(source.start >= last && source.stop <= source_length);
    last = source.start;
  }
}

/* Parses source and checks every span of the document. */
static inline void promise_document(gs_arena *arena, const char *source, size_t length) {
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, arena);
  gs_document d;
  PROMISE(gs_document_parse(arena, source, length, NULL, &gs_document_defaults, &diagnostics, &d) == GISA_OK);
  promise_clean(&d.text, length);
  promise_span(&d.text, d.title);
  promise_span(&d.text, d.byline);
  promise_span(&d.text, d.body);
  const gs_spans *lists[] = {&d.paragraphs, &d.sentences};
  for (int l = 0; l < 2; l++)
    for (uint32_t i = 0; i < lists[l]->count; i++) {
      gs_span piece = lists[l]->items[i];
      promise_span(&d.text, piece);
      PROMISE(piece.start < piece.stop && piece.start >= d.body.start && piece.stop <= d.body.stop);
      PROMISE(i == 0 || piece.start >= lists[l]->items[i - 1].stop);
    }
  for (uint32_t i = 0; i < d.quoted.count; i++) {
    const gs_quoted *q = &d.quoted.items[i];
    promise_span(&d.text, q->text);
    promise_span(&d.text, q->whole);
    PROMISE(q->whole.start <= q->text.start && q->text.stop <= q->whole.stop);
    PROMISE(q->whole.start >= d.body.start && q->whole.stop <= d.body.stop);
    /* One without an opening mark has the place of its closing one in the order. */
    PROMISE(i == 0 || !q->paired || q->whole.start >= d.quoted.items[i - 1].whole.start);
  }
  for (const gs_diagnostic *one = diagnostics.first; one != NULL; one = one->next) {
    PROMISE(one->start == GS_NOWHERE || (one->start <= one->stop && one->stop <= length));
    for (const char *at = one->message; *at != '\0'; at++) PROMISE(*at != '\n');
  }
  PROMISE(gs_article(arena, &d, "stem") != NULL);
}

#endif
