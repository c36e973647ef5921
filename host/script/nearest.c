#include <stdlib.h>
#include <string.h>

#include "script/extractor.h"

#define LONGEST 40 /* words longer than this are not compared: keys and names are short */

/* Levenshtein's distance: insertions, deletions and changes of one byte. */
static size_t distance(const char *a, const char *b) {
  size_t row[LONGEST + 1], length = strlen(b);
  for (size_t j = 0; j <= length; j++) row[j] = j;
  for (size_t i = 1; a[i - 1] != '\0'; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= length; j++) {
      size_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      size_t best = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
      row[j] = change < best ? change : best;
    }
  }
  return row[length];
}

const char *gs_nearest(const char *word, const char *const *known, size_t count) {
  const char *nearest = NULL;
  size_t least = (strlen(word) + 2) / 3; /* a typing error or two, not another word */
  if (strlen(word) > LONGEST) return NULL;
  for (size_t i = 0; i < count; i++) {
    if (strlen(known[i]) > LONGEST) continue;
    size_t d = distance(word, known[i]);
    if (d <= least && (nearest == NULL || d < least)) {
      nearest = known[i];
      least = d;
    }
  }
  return nearest;
}
