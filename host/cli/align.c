#include "cli/align.h"

#include <stdlib.h>

#define MAX_PAIRS ((size_t)4 << 20)

static void pair_by_number(const gs_value *old, const gs_value *fresh, uint32_t *partner) {
  for (uint32_t i = 0; i < old->list.count; i++) partner[i] = i < fresh->list.count ? i : CLI_NOT_ALIGNED;
}

int cli_align(const gs_value *old, const gs_value *fresh, cli_likeness *likeness, uint32_t *partner) {
  size_t rows = old->list.count, columns = fresh->list.count;
  if (rows * columns > MAX_PAIRS) return pair_by_number(old, fresh, partner), 0;
  /* best[i][j]: the highest sum for what is left from row i and column j on. */
  unsigned *best = calloc((rows + 1) * (columns + 1), sizeof *best), *like = calloc(rows * columns + 1, sizeof *like);
  if (best == NULL || like == NULL) return free(best), free(like), -1;
  for (size_t i = rows; i-- > 0;)
    for (size_t j = columns; j-- > 0;) {
      unsigned alike = like[i * columns + j] = likeness(old->list.items[i], fresh->list.items[j]);
      unsigned *here = &best[i * (columns + 1) + j];
      *here = here[1] > here[columns + 1] ? here[1] : here[columns + 1];
      if (alike > 0 && here[columns + 2] + alike > *here) *here = here[columns + 2] + alike;
    }
  size_t i = 0, j = 0;
  for (; i < rows; i++) partner[i] = CLI_NOT_ALIGNED;
  for (i = 0; i < rows && j < columns;) {
    const unsigned *here = &best[i * (columns + 1) + j];
    unsigned alike = like[i * columns + j];
    if (alike > 0 && *here == here[columns + 2] + alike)
      partner[i++] = (uint32_t)j++;
    else if (*here == here[columns + 1])
      i++;
    else
      j++;
  }
  free(best);
  free(like);
  return 0;
}
