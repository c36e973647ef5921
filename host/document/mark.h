/* What the neighbours and the shape of a quotation mark say about its part: it opens, it closes, or it is no
 * quotation mark at all (an apostrophe, inches) or has lost its partner. */
#ifndef GS_DOCUMENT_MARK_H
#define GS_DOCUMENT_MARK_H

#include "document/sign.h"

/* The higher, the less likely; a pair of well-placed marks costs 0. */
typedef struct gs_mark_costs {
  int open, close, stray;
  bool lost; /* as a stray it is a quotation mark without its partner, rather than inches or an apostrophe */
} gs_mark_costs;

/* Costs of the sign at index, a double or a single mark, in its stretch. */
gs_mark_costs gs_mark_costs_of(const char *bytes, gs_span stretch, const gs_signs *signs, uint32_t index);

/* What it costs that two marks (indices, the second behind the first) are one pair, beside their own costs. */
int gs_mark_pair_cost(const gs_signs *signs, uint32_t opening, uint32_t closing);

/* Whether the text at begins with what follows a quotation: a quotation particle, a particle, `라고`, `이라며`. */
bool gs_particle_begins(const char *bytes, uint32_t at, uint32_t stop);

/* The same for the particles that attach speech to its verb alone: `라고`, `라며`, `고 `, `며 `, `면서`, `는 ` … */
bool gs_quotation_particle_begins(const char *bytes, uint32_t at, uint32_t stop);

#endif
