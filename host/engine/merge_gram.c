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

/* How often each pair occurs, in order of pairs. Pairs wait until there are as many as there were different ones, and are counted together: so
 * they take the memory of different ones, and the time of sorting them all. */
typedef struct counting {
  gs_arena *arena, *spare; /* the table's, and the one for the next */
  gram *table;
  uint32_t different;
  uint64_t *waiting;
  size_t waits, room;
} counting;

#define FIRST_WAITING 65536

/* Puts the pairs that wait into a new table, each as often as it is there. false when memory is out. */
static bool count_waiting(counting *c) {
  size_t fresh = 0, t = 0, w = 0;
  if (c->waits > 0) qsort(c->waiting, c->waits, sizeof *c->waiting, compare_pairs);
  for (size_t i = 0; i < c->waits; i++) fresh += i == 0 || c->waiting[i] != c->waiting[i - 1];
  if (fresh + c->different > UINT32_MAX / 2) return false;
  gs_arena_free(c->spare);
  gram *table = gs_arena_alloc(c->spare, (c->different + fresh + 1) * sizeof *table);
  uint64_t *waiting = gs_arena_alloc(c->spare, (c->different + fresh + FIRST_WAITING) * sizeof *waiting);
  if (table == NULL || waiting == NULL) return false;
  uint32_t count = 0;
  while (t < c->different || w < c->waits) {
    bool known = w == c->waits || (t < c->different && c->table[t].pair <= c->waiting[w]);
    gram next = known ? c->table[t++] : (gram){.pair = c->waiting[w]};
    for (; w < c->waits && c->waiting[w] == next.pair; w++) next.count++;
    table[count++] = next;
  }
  gs_arena *emptied = c->arena;
  *c = (counting){c->spare, emptied, table, count, waiting, 0, c->different + fresh + FIRST_WAITING};
  return true;
}

static bool count_pairs(counting *c, const uint64_t *pairs, size_t count) {
  for (size_t i = 0; i < count; i++) {
    if (c->waits == c->room && !count_waiting(c)) return false;
    c->waiting[c->waits++] = pairs[i];
  }
  return true;
}

static void number_pairs(gram *table, uint32_t different) {
  qsort(table, different, sizeof *table, compare_rarity);
  for (uint32_t i = 0; i < different; i++) table[i].number = i;
  qsort(table, different, sizeof *table, compare_gram_pairs);
}

static size_t longest_prose(const gs_units *units) {
  size_t bytes = 0;
  for (uint32_t i = 0; i < units->count; i++) {
    const gs_unit *unit = &units->items[i];
    if (unit->prose != GS_NO_FIELD && unit->keys[unit->prose].text.length > bytes) bytes = unit->keys[unit->prose].text.length;
  }
  return bytes;
}

static void set_grams(gs_unit *unit, const counting *c, const uint64_t *pairs, uint32_t *numbers) {
  unit->grams = numbers;
  for (uint32_t g = 0; g < unit->gram_count; g++) {
    gram wanted = {.pair = pairs[g]};
    numbers[g] = ((const gram *)bsearch(&wanted, c->table, c->different, sizeof wanted, compare_gram_pairs))->number;
  }
  qsort(numbers, unit->gram_count, sizeof *numbers, compare_numbers);
}

static bool build(gs_arena *arena, counting *c, gs_units *units, uint64_t *pairs) {
  size_t all = 0;
  for (uint32_t i = 0; i < units->count; i++) {
    gs_unit *unit = &units->items[i];
    if (unit->prose == GS_NO_FIELD) continue;
    unit->gram_count = (uint32_t)list_pairs(&unit->keys[unit->prose].text, pairs);
    all += unit->gram_count;
    if (!count_pairs(c, pairs, unit->gram_count)) return false;
  }
  uint32_t *numbers = gs_arena_alloc(arena, (all + 1) * sizeof *numbers);
  if (numbers == NULL || !count_waiting(c)) return false;
  number_pairs(c->table, c->different);
  for (uint32_t i = 0; i < units->count; i++) {
    gs_unit *unit = &units->items[i];
    if (unit->prose == GS_NO_FIELD) continue;
    list_pairs(&unit->keys[unit->prose].text, pairs);
    set_grams(unit, c, pairs, numbers);
    numbers += unit->gram_count;
  }
  return true;
}

bool gs_grams_build(gs_arena *arena, gs_arena *brief, gs_units *units, uint32_t *different) {
  gs_arena first, second;
  gs_arena_init(&first, brief->allocator);
  gs_arena_init(&second, brief->allocator);
  gs_arena_reset(brief);
  uint64_t *pairs = gs_arena_alloc(brief, (longest_prose(units) + 1) * sizeof *pairs);
  counting c = {.arena = &first, .spare = &second};
  bool built = pairs != NULL && build(arena, &c, units, pairs);
  *different = c.different;
  gs_arena_free(&first);
  gs_arena_free(&second);
  return built;
}
