/* Articles mutated from real ones, through the library with all extractors.
 *
 * usage: soak_malformed PLUGINS FOLDER ARTICLES [FIRST] */
#include <stdio.h>
#include <stdlib.h>

#include "malformed/run.h"

int main(int count, char **arguments) {
  static malformed m;
  if (count != 4 && count != 5) return fprintf(stderr, "usage: soak_malformed PLUGINS FOLDER ARTICLES [FIRST]\n"), 2;
  const char *wrong = malformed_open(&m, arguments[1], arguments[2]);
  if (wrong != NULL) return fprintf(stderr, "soak_malformed: %s\n", wrong), 3;
  uint32_t first = count == 5 ? (uint32_t)strtoul(arguments[4], NULL, 10) : 0;
  uint32_t articles = (uint32_t)strtoul(arguments[3], NULL, 10), problems = 0;
  for (uint32_t number = first; number < first + articles; number++) {
    wrong = malformed_try(&m, number);
    if (wrong != NULL && problems++ < 20) printf("article %u: %s\n", number, wrong);
  }
  printf("%u malformed articles: %u problems, %zu with a diagnostic, %zu too much for an extractor, slowest %.2f s (article %u)\n",
         articles, problems, m.repaired, m.limited, m.slowest, m.slowest_number);
  malformed_close(&m);
  return problems > 0;
}
