#include "document/document.h"

#include "document/body.h"
#include "document/front_matter.h"
#include "document/layout.h"

const gs_document_limits gs_document_defaults = {.front_matter_bytes = 65536, .front_matter_depth = 32};

/* Front matter is found in the text as decoded, since entities must be decoded behind it and nowhere in it. */
static gisa_status clean(gs_arena *arena, const gs_text *decoded, const gs_document_limits *limits,
                         gs_diagnostics *diagnostics, gs_document *document, gs_front_matter *found) {
  *found = gs_front_matter_find(decoded->bytes, decoded->length);
  if (found->stop > 0 && found->yaml.stop - found->yaml.start > limits->front_matter_bytes) {
    gs_span source = gs_offset_source(&decoded->map, found->yaml);
    gs_diagnose(diagnostics, "front-matter", source.start, source.stop,
                "has %u bytes, over the limit of %zu; read as body", found->yaml.stop - found->yaml.start,
                limits->front_matter_bytes);
    found->stop = 0;
  }
  gisa_status status = gs_text_clean(arena, decoded, found->stop, diagnostics, &document->text);
  /* Cleaning moves offsets (a decomposed title is composed). */
  if (status == GISA_OK && found->stop > 0) *found = gs_front_matter_find(document->text.bytes, document->text.length);
  return status;
}

gisa_status gs_document_read_text(gs_arena *arena, const char *source, size_t length, const char *encoding,
                                  const gs_document_limits *limits, gs_diagnostics *diagnostics, gs_document *document,
                                  gs_front_matter *found) {
  *document = (gs_document){0};
  gs_text decoded;
  gisa_status status = gs_text_decode(arena, source, length, encoding, diagnostics, &decoded);
  return status == GISA_OK ? clean(arena, &decoded, limits, diagnostics, document, found) : status;
}

gisa_status gs_document_read_parts(gs_arena *arena, const gs_document_limits *limits, gs_diagnostics *diagnostics,
                                   gs_document *document, const gs_front_matter *found) {
  gs_front_matter_reader reader = {arena, &document->text, limits->front_matter_depth, diagnostics};
  document->meta = found->stop > 0 ? gs_front_matter_read(&reader, found) : gs_map(arena);
  if (!document->meta) return GISA_NO_MEMORY;
  gs_layout layout = gs_layout_find(&document->text, found->stop);
  document->title = layout.title;
  document->byline = layout.byline;
  document->body = layout.body;
  return gs_body_read(arena, diagnostics, document);
}

gisa_status gs_document_parse(gs_arena *arena, const char *source, size_t length, const char *encoding,
                              const gs_document_limits *limits, gs_diagnostics *diagnostics, gs_document *document) {
  gs_front_matter found;
  gisa_status status = gs_document_read_text(arena, source, length, encoding, limits, diagnostics, document, &found);
  return status == GISA_OK ? gs_document_read_parts(arena, limits, diagnostics, document, &found) : status;
}
