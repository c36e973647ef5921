/* Malformed articles: seeds that are mutated by a generator with a seed of its own, so that a failure can be made again. */
#ifndef TESTS_MUTATE_H
#define TESTS_MUTATE_H

#include <stddef.h>
#include <stdint.h>

typedef struct article {
  const char *bytes;
  size_t length;
} article;

/* The article number of a row: one of the seeds with 1 to 8 mutations. Into room bytes at to; returns its length. */
size_t mutate(const article *seeds, size_t seed_count, uint32_t number, char *to, size_t room);

#endif
