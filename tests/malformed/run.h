/* Malformed articles through the whole library. */
#ifndef TESTS_MALFORMED_RUN_H
#define TESTS_MALFORMED_RUN_H

#include <stdint.h>

#include "gisa.h"
#include "mutate.h"

typedef struct malformed {
  gisa_engine *engine;
  article *seeds;
  size_t seed_count;
  char *room;          /* for the article at hand */
  size_t repaired;     /* articles with a diagnostic */
  size_t limited;      /* articles on which an extractor spent its budget */
  double slowest;      /* seconds */
  uint32_t slowest_number;
} malformed;

#define MALFORMED_ROOM ((size_t)1 << 20)

/* The seeds are the files of a folder. NULL, or what is wrong. */
const char *malformed_open(malformed *m, const char *plugins, const char *folder);
void malformed_close(malformed *m);

/* One article: NULL, or what is wrong. Static, until the next call. */
const char *malformed_try(malformed *m, uint32_t number);

#endif
