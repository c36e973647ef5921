/* A body taken apart: paragraphs, sentences, quoted stretches. */
#ifndef GS_DOCUMENT_BODY_H
#define GS_DOCUMENT_BODY_H

#include "document/document.h"

/* Fills paragraphs, sentences and quoted of a document whose text and body are set. GISA_NO_MEMORY is the one error. */
gisa_status gs_body_read(gs_arena *arena, gs_diagnostics *diagnostics, gs_document *document);

#endif
