#include <string.h>

#include "document/author.h"
#include "document/document.h"
#include "document/layout.h"

static gs_value *text_of(gs_arena *arena, const gs_document *document, gs_span piece) {
  piece = gs_trimmed(document->text.bytes, piece);
  if (piece.start == piece.stop) return gs_null(arena);
  return gs_string(arena, document->text.bytes + piece.start, piece.stop - piece.start);
}

/* The first of the keys whose value is a string; else what stands in piece. */
static gs_value *told(gs_arena *arena, const gs_document *document, const char *const *keys, gs_span piece) {
  for (; *keys; keys++) {
    gs_value *value = gs_map_get(document->meta, *keys);
    if (value && value->kind == GS_STRING && value->string.length > 0) return value;
  }
  return text_of(arena, document, piece);
}

/* The parts of `**publisher** | date |`; empty where the document has no such line. */
static gs_span byline_publisher(const gs_document *document) {
  gs_span part = {document->byline.start + 2, document->byline.stop};
  if (document->byline.start == document->byline.stop) return document->byline;
  const char *close = memmem(document->text.bytes + part.start, part.stop - part.start, "**", 2);
  if (close) part.stop = (uint32_t)(close - document->text.bytes);
  return part;
}

static gs_span byline_date(const gs_document *document) {
  gs_span part = document->byline;
  const char *bytes = document->text.bytes, *bar = memchr(bytes + part.start, '|', part.stop - part.start);
  if (!bar) return (gs_span){part.stop, part.stop};
  part.start = (uint32_t)(bar - bytes) + 1;
  bar = memchr(bytes + part.start, '|', part.stop - part.start);
  if (bar) part.stop = (uint32_t)(bar - bytes);
  return part;
}

static gs_value *identity(gs_arena *arena, const gs_document *document, const char *stem) {
  static const char *const keys[] = {"id", NULL};
  gs_value *id = told(arena, document, keys, (gs_span){0, 0});
  return id && id->kind == GS_NULL && stem ? gs_string_copy(arena, stem, strlen(stem)) : id;
}

static gs_value *published(gs_arena *arena, const gs_document *document) {
  static const char *const keys[] = {"published_at", "published", "date", NULL};
  gs_value *written = told(arena, document, keys, byline_date(document));
  return written && written->kind == GS_STRING ? gs_date(arena, written->string.bytes, written->string.length)
                                               : written;
}

gs_value *gs_article(gs_arena *arena, const gs_document *document, const char *stem) {
  static const char *const titles[] = {"title", NULL}, *const publishers[] = {"publisher", NULL},
                           *const urls[] = {"url", NULL};
  gs_value *article = gs_map(arena), *author = gs_map_get(document->meta, "author");
  if (!author) author = gs_map_get(document->meta, "authors");
  const struct {
    const char *key;
    gs_value *value;
  } fields[] = {
      {"id", identity(arena, document, stem)},
      {"title", told(arena, document, titles, document->title)},
      {"publisher", told(arena, document, publishers, byline_publisher(document))},
      {"author", gs_authors(arena, author)},
      {"published_at", published(arena, document)},
      {"url", told(arena, document, urls, (gs_span){0, 0})},
  };
  for (size_t i = 0; article && i < sizeof fields / sizeof *fields; i++)
    if (!gs_map_set(arena, article, fields[i].key, strlen(fields[i].key), fields[i].value)) return NULL;
  return article;
}
