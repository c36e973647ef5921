/* An article taken apart: front matter, title, byline, body, and the body's
 * paragraphs, sentences and quoted stretches as spans of the clean text. */
#ifndef GS_DOCUMENT_DOCUMENT_H
#define GS_DOCUMENT_DOCUMENT_H

#include "record/value.h"
#include "text/text.h"

typedef enum gs_mark { GS_MARK_DOUBLE, GS_MARK_SINGLE, GS_MARK_CORNER, GS_MARK_WHITE_CORNER, GS_MARK_ANGLE } gs_mark;

/* A stretch between quotation marks, in the order of their opening marks; nested ones follow the one they are in. */
typedef struct gs_quoted {
  gs_span text;   /* without the marks */
  gs_span whole;  /* with them */
  gs_mark mark;   /* "…" “…” ＂…＂ double; '…' ‘…’ single; 「…」 corner; 『…』 white corner; 〈…〉 《…》 angle; a pair of
                     which one mark is double is double (`"…'`) */
  bool paired;    /* false: one double mark is missing; text ends with its sentence or before the next quotation (or begins
                     behind the last one), and whole has one mark */
  uint32_t depth; /* 0 outermost */
} gs_quoted;

typedef struct gs_spans { const gs_span *items; uint32_t count; } gs_spans;
typedef struct gs_quoted_list { const gs_quoted *items; uint32_t count; } gs_quoted_list;

typedef struct gs_document {
  gs_text text;
  gs_value *meta;    /* front matter: a map of strings, nulls, lists and maps; empty where there is none. Scalars stay strings as written
                        (`0005700450` is an identifier, not 5700450), entities decoded */
  gs_span title;     /* the text of the `# heading` line, else empty */
  gs_span byline;    /* the `**publisher** | date |` line, else empty */
  gs_span body;      /* from the first line that is not layout to the last */
  gs_spans paragraphs, sentences; /* of the body, in order, trimmed of white space, never empty */
  gs_quoted_list quoted;          /* of the body */
} gs_document;

struct gs_front_matter;

typedef struct gs_document_limits {
  size_t front_matter_bytes; /* 64 kB: larger front matter is read as body, with a diagnostic */
  uint32_t front_matter_depth; /* 32: libyaml is quadratic in nesting */
} gs_document_limits;

extern const gs_document_limits gs_document_defaults;

/* Takes source apart. encoding as in gs_text_decode. Everything lies in the arena; source must stay while document is used.
 * Any bytes give a document: the errors are GISA_NO_MEMORY and GISA_ENCODING. */
gisa_status gs_document_parse(gs_arena *arena, const char *source, size_t length, const char *encoding,
                              const gs_document_limits *limits, gs_diagnostics *diagnostics, gs_document *document);

/* The two halves of gs_document_parse, for somebody who times them: the clean text with the place of its front matter, and all
 * that is made of it. */
gisa_status gs_document_read_text(gs_arena *arena, const char *source, size_t length, const char *encoding,
                                  const gs_document_limits *limits, gs_diagnostics *diagnostics, gs_document *document,
                                  struct gs_front_matter *found);
gisa_status gs_document_read_parts(gs_arena *arena, const gs_document_limits *limits, gs_diagnostics *diagnostics,
                                   gs_document *document, const struct gs_front_matter *found);

/* The result's `article`: id, title, publisher, author [{name, email}], published_at, url, from front matter
 * and layout; what the document does not tell is null. stem is the file's name without folder and extension, the id where front
 * matter has none; may be NULL. */
gs_value *gs_article(gs_arena *arena, const gs_document *document, const char *stem);

#endif
