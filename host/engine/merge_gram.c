/* Prose as pairs of neighbouring code points, numbered by how rare they are. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"
#include "text/utf8.h"

/* A pair: two code points of 21 bits. */
typedef struct gram {
  uint64_t pair;
  uint32_t count, number;
} gram;

typedef struct grams {
  uint64_t *items;
  size_t count;
} grams;

static int compare_pairs(const void *a, const void *b) {
  const uint64_t *first = a, *second = b;
  return (*first > *second) - (*first < *second);
}

static int compare_rarity(const void *a, const void *b) {
  const gram *first = a, *second = b;
  if (first->count != second->count) return first->count < second->count ? -1 : 1;
  return (first->pair > second->pair) - (first->pair < second->pair);
}

static int compare_gram_pairs(const void *a, const void *b) {
  const gram *first = a, *second = b;
  return (first->pair > second->pair) - (first->pair < second->pair);
}

static int compare_numbers(const void *a, const void *b) {
  const uint32_t *first = a, *second = b;
  return (*first > *second) - (*first < *second);
}

/* The different pairs of a text, in out, which has room for one a byte. */
static size_t list_pairs(const gs_folded *text, uint64_t *out) {
  size_t count = 0, different = 0;
  uint32_t before = 0, code_point;
  for (size_t at = 0; at < text->length; before = code_point) {
    at += gs_utf8_decode((const unsigned char *)text->bytes + at, text->length - at, &code_point);
    if (before != 0) out[count++] = (uint64_t)before << 21 | code_point;
  }
  qsort(out, count, sizeof *out, compare_pairs);
  for (size_t i = 0; i < count; i++)
    if (i == 0 || out[i] != out[different - 1]) out[different++] = out[i];
  return different;
}

static size_t prose_bytes(const gs_units *units) {
  size_t bytes = 0;
  for (uint32_t i = 0; i < units->count; i++)
    if (units->items[i].prose != GS_NO_FIELD) bytes += units->items[i].keys[units->items[i].prose].text.length;
  return bytes;
}

/* Every different pair with its number, in order of pairs. NULL when memory is out. */
static gram *number_pairs(gs_arena *arena, uint64_t *pairs, size_t count, uint32_t *different) {
  qsort(pairs, count, sizeof *pairs, compare_pairs);
  uint32_t used = 0;
  for (size_t i = 0; i < count; i++) used += i == 0 || pairs[i] != pairs[i - 1];
  gram *table = gs_arena_zeroed(arena, (used + 1) * sizeof *table);
  if (table == NULL) return NULL;
  *different = 0;
  for (size_t i = 0; i < count; i++) {
    if (i == 0 || pairs[i] != pairs[i - 1]) table[(*different)++].pair = pairs[i];
    table[*different - 1].count++;
  }
  qsort(table, used, sizeof *table, compare_rarity);
  for (uint32_t i = 0; i < used; i++) table[i].number = i;
  qsort(table, used, sizeof *table, compare_gram_pairs);
  return table;
}

bool gs_grams_build(gs_arena *arena, gs_units *units, uint32_t *different) {
  size_t room = prose_bytes(units), count = 0;
  uint64_t *all = gs_arena_alloc(arena, (room + 1) * sizeof *all), *sorted = gs_arena_alloc(arena, (room + 1) * sizeof *sorted);
  if (all == NULL || sorted == NULL) return false;
  for (uint32_t i = 0; i < units->count; i++) {
    gs_unit *unit = &units->items[i];
    if (unit->prose == GS_NO_FIELD) continue;
    unit->gram_count = (uint32_t)list_pairs(&unit->keys[unit->prose].text, all + count);
    count += unit->gram_count;
  }
  memcpy(sorted, all, count * sizeof *all);
  const gram *table = number_pairs(arena, sorted, count, different);
  uint32_t *numbers = gs_arena_alloc(arena, (count + 1) * sizeof *numbers);
  if (table == NULL || numbers == NULL) return false;
  for (uint32_t i = 0; i < units->count; i++) {
    gs_unit *unit = &units->items[i];
    unit->grams = numbers;
    for (uint32_t g = 0; g < unit->gram_count; g++) {
      gram wanted = {.pair = *all++};
      *numbers++ = ((const gram *)bsearch(&wanted, table, *different, sizeof wanted, compare_gram_pairs))->number;
    }
    qsort(unit->grams, unit->gram_count, sizeof *unit->grams, compare_numbers);
  }
  return true;
}
