/* Which triggers can occur in a text: one look over it, so that an extractor whose triggers do not occur costs next to nothing, however many
 * extractors there are. */
#ifndef GS_SCRIPT_TRIGGER_H
#define GS_SCRIPT_TRIGGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Sets of the code points of a text, exact up to U+FFFF, and of the pairs of neighbours, by a hash. A literal whose pairs are all there may still
 * not be, one of which a pair is missing is not. */
typedef struct gs_trigger_filter {
  uint64_t points[1024], pairs[1024]; /* 65,536 bits each: an article of 3 kB sets under 2 % of the pairs' */
} gs_trigger_filter;

void gs_trigger_filter_clear(gs_trigger_filter *filter);

/* Takes in a piece of text, which must be valid UTF-8. */
void gs_trigger_filter_add(gs_trigger_filter *filter, const char *bytes, size_t length);

/* Whether literal could occur in a piece that was taken in. */
bool gs_trigger_filter_may_hold(const gs_trigger_filter *filter, const char *literal, size_t length);

#endif
