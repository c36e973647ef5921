/* Which quotation marks belong together. */
#ifndef GS_DOCUMENT_QUOTED_H
#define GS_DOCUMENT_QUOTED_H

#include "document/sign.h"

/* Gives double and single marks of a stretch their partners. false: memory is out. */
bool gs_signs_pair_marks(gs_arena *arena, const char *bytes, gs_span stretch, gs_signs *signs);

#endif
