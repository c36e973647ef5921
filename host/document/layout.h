/* What a file holds around the article's text: heading, byline, rules, footer, reader comments. */
#ifndef GS_DOCUMENT_LAYOUT_H
#define GS_DOCUMENT_LAYOUT_H

#include "document/document.h"

typedef struct gs_layout {
  gs_span title, byline, body; /* empty where the text has none */
} gs_layout;

/* The layout of a clean text from start, which is behind its front matter. */
gs_layout gs_layout_find(const gs_text *text, uint32_t start);

/* A piece without white space at both ends: that of ASCII, the no-break and the ideographic space, the zero-width ones.
 */
gs_span gs_trimmed(const char *bytes, gs_span piece);

#endif
