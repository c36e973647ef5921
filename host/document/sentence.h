/* Where sentences end. */
#ifndef GS_DOCUMENT_SENTENCE_H
#define GS_DOCUMENT_SENTENCE_H

#include "document/sign.h"

/* The first sentence of stretch that begins at or behind start, given the stretch's signs with their partners and, in
 * *next, the index of the first sign behind start (moved on). Untrimmed; its stop is where the next one begins. */
gs_span gs_sentence_next(const char *bytes, gs_span stretch, const gs_signs *signs, uint32_t start, uint32_t *next);

#endif
