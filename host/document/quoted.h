/* Which quotation marks belong together, and the stretches between them. */
#ifndef GS_DOCUMENT_QUOTED_H
#define GS_DOCUMENT_QUOTED_H

#include "document/sign.h"

/* Gives double and single marks of a stretch their partners. false: memory is out. */
bool gs_signs_pair_marks(gs_arena *arena, const char *bytes, gs_span stretch, gs_signs *signs);

typedef struct gs_quoted_room {
  gs_quoted *items;
  uint32_t count, room;
} gs_quoted_room;

/* Adds what is quoted in a stretch of text, in the order of the opening marks, given its signs with their partners and
 * its sentences. A double mark without a partner quotes too, as far as its sentence goes, and is told in a diagnostic.
 * false: memory is out. */
bool gs_quoted_collect(gs_arena *arena, const gs_text *text, gs_span stretch, const gs_signs *signs, gs_spans sentences,
                       gs_diagnostics *diagnostics, gs_quoted_room *quoted);

#endif
