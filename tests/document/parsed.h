/* A document and its parts as strings that a case can be compared with. */
#ifndef TESTS_DOCUMENT_PARSED_H
#define TESTS_DOCUMENT_PARSED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "document/document.h"
#include "record/write.h"

typedef struct parsed {
  gs_arena arena;
  gs_diagnostics diagnostics;
  gs_document document;
  char *out; /* of the last rendering */
  size_t length;
} parsed;

static inline void parse_bytes(parsed *at, const char *source, size_t length) {
  *at = (parsed){0};
  gs_arena_init(&at->arena, gs_heap);
  gs_diagnostics_init(&at->diagnostics, &at->arena);
  gisa_status status =
      gs_document_parse(&at->arena, source, length, NULL, &gs_document_defaults, &at->diagnostics, &at->document);
  cr_assert(eq(int, status, GISA_OK));
}

static inline void parse(parsed *at, const char *source) {
  parse_bytes(at, source, strlen(source));
}

static inline void parsed_free(parsed *at) {
  free(at->out);
  gs_arena_free(&at->arena);
}

static inline int parsed_append(void *context, const char *bytes, size_t length) {
  parsed *at = context;
  at->out = realloc(at->out, at->length + length + 1);
  cr_assert(at->out != NULL);
  memcpy(at->out + at->length, bytes, length);
  at->length += length;
  at->out[at->length] = '\0';
  return 0;
}

static inline void parsed_begin(parsed *at) {
  at->length = 0;
  parsed_append(at, "", 0);
}

static inline const char *span_text(parsed *at, gs_span span) {
  parsed_begin(at);
  parsed_append(at, at->document.text.bytes + span.start, span.stop - span.start);
  return at->out;
}

/* `first | second` */
static inline const char *spans_text(parsed *at, gs_spans spans) {
  parsed_begin(at);
  for (uint32_t i = 0; i < spans.count; i++) {
    if (i > 0) parsed_append(at, " | ", 3);
    parsed_append(at, at->document.text.bytes + spans.items[i].start, spans.items[i].stop - spans.items[i].start);
  }
  return at->out;
}

/* `D:text | .S:text | D!text`: the mark (double, single, corner, white corner, angle), a dot before it for each depth,
 * `!` where a mark is missing. */
static inline const char *quoted_text(parsed *at) {
  gs_quoted_list list = at->document.quoted;
  parsed_begin(at);
  for (uint32_t i = 0; i < list.count; i++) {
    const gs_quoted *quoted = &list.items[i];
    if (i > 0) parsed_append(at, " | ", 3);
    for (uint32_t k = 0; k < quoted->depth; k++) parsed_append(at, ".", 1);
    parsed_append(at, &"DSCWA"[quoted->mark], 1);
    parsed_append(at, quoted->paired ? ":" : "!", 1);
    parsed_append(at, at->document.text.bytes + quoted->text.start, quoted->text.stop - quoted->text.start);
  }
  return at->out;
}

static inline const char *value_text(parsed *at, const gs_value *value) {
  parsed_begin(at);
  gs_sink sink = {parsed_append, at};
  cr_assert(eq(int, gs_json_write(value, false, &sink), GISA_OK));
  at->out[strcspn(at->out, "\n")] = '\0';
  return at->out;
}

/* `stage start-stop: message; …` */
static inline const char *diagnostics_text(parsed *at) {
  char line[512];
  parsed_begin(at);
  for (const gs_diagnostic *each = at->diagnostics.first; each; each = each->next) {
    int length = snprintf(line, sizeof line, "%s%s %u-%u: %s", at->length ? "; " : "", each->stage, each->start,
                          each->stop, each->message);
    parsed_append(at, line, (size_t)length);
  }
  return at->out;
}

#endif
