/* Which texts may say the same in a few other words. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"

/* The next digit of a text from at on; NULL where none follows. */
static const char *next_digit(const gs_folded *text, const char *at) {
  while (at < text->bytes + text->length && (*at < '0' || *at > '9')) at++;
  return at < text->bytes + text->length ? at : NULL;
}

static int compare_digits(const gs_folded *a, const gs_folded *b) {
  const char *i = next_digit(a, a->bytes), *j = next_digit(b, b->bytes);
  for (; i != NULL && j != NULL && *i == *j; i = next_digit(a, i + 1), j = next_digit(b, j + 1)) {}
  if (i == NULL || j == NULL) return (i != NULL) - (j != NULL);
  return *i < *j ? -1 : 1;
}

static uint32_t count_denials(const gs_folded *text) {
  static const char *const denials[] = {"없", "않", "못", "아니"};
  uint32_t count = 0;
  for (size_t i = 0; i < sizeof denials / sizeof *denials; i++) {
    size_t length = strlen(denials[i]);
    for (size_t at = 0; at + length <= text->length; at++) count += memcmp(text->bytes + at, denials[i], length) == 0;
  }
  return count;
}

static const gs_folded *prose_of(const gs_comparable *c) {
  return &c->unit->keys[c->unit->prose].text;
}

int gs_comparable_compare(const gs_comparable *a, const gs_comparable *b) {
  if (a->unit->prose != b->unit->prose) return a->unit->prose < b->unit->prose ? -1 : 1;
  if (a->denials != b->denials) return a->denials < b->denials ? -1 : 1;
  return compare_digits(prose_of(a), prose_of(b));
}

static int compare_comparables(const void *a, const void *b) {
  const gs_comparable *first = a, *second = b;
  int order = gs_comparable_compare(first, second);
  return order != 0 ? order : (first->unit->order > second->unit->order) - (first->unit->order < second->unit->order);
}

gs_comparable *gs_comparables_sort(gs_arena *arena, gs_units *units, uint32_t *count) {
  gs_comparable *items = gs_arena_alloc(arena, (units->count + 1) * sizeof *items);
  *count = 0;
  for (uint32_t i = 0; items != NULL && i < units->count; i++) {
    gs_unit *unit = &units->items[i];
    if (unit->prose == GS_NO_FIELD) continue;
    items[(*count)++] = (gs_comparable){unit, count_denials(&unit->keys[unit->prose].text)};
  }
  if (items != NULL && *count > 1) qsort(items, *count, sizeof *items, compare_comparables);
  return items;
}
