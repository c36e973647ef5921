/* When two strings of a text say the same to a reader: folded of width, case, space and marks, and nearly equal. */
#ifndef CLI_LIKENESS_H
#define CLI_LIKENESS_H

#include "record/value.h"

/* The letters and digits of a string in NFKC and folded case, as code points. */
typedef struct cli_folded {
  const int32_t *codes;
  size_t count;
} cli_folded;

/* Folds a value: strings, numbers as they are written; what is null or absent is empty. In the arena. An empty one also when memory is out. */
cli_folded cli_fold(gs_arena *arena, const gs_value *value);

bool cli_folded_equal(cli_folded a, cli_folded b);

/* Whether a occurs in b; an empty one does. */
bool cli_folded_in(cli_folded a, cli_folded b);

/* Whether two texts are equal or share nine tenths of their characters, in order (twice the matching ones by the sum of the lengths, as
 * Ratcliff and Obershelp count them). */
bool cli_same_text(gs_arena *arena, const gs_value *a, const gs_value *b);

/* Whether two names are equal, or one lies in the other, is at least six tenths of it and has the same digits. */
bool cli_same_name(gs_arena *arena, const gs_value *a, const gs_value *b);

/* Whether two values are the same number (thousands may be parted by commas); those that are none are compared folded. */
bool cli_same_number(gs_arena *arena, const gs_value *a, const gs_value *b);

#endif
