/* Which records of one list stand for which of another: for differences that a reader can follow. */
#ifndef CLI_ALIGN_H
#define CLI_ALIGN_H

#include "record/value.h"

#define CLI_NOT_ALIGNED UINT32_MAX

/* How alike two values are: 0 for nothing in common, more for more. */
typedef unsigned cli_likeness(const gs_value *a, const gs_value *b);

/* Sets partner[i], for each of old's items, to its place in fresh or CLI_NOT_ALIGNED, so that order is kept and the sum of likenesses is
 * the highest. Time is the product of the lengths; over four million pairs the lists are taken item by item instead. 0, or -1 when memory is out. */
int cli_align(const gs_value *old, const gs_value *fresh, cli_likeness *likeness, uint32_t *partner);

#endif
