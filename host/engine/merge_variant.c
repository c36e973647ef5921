/* What the sources of a record say in each of its fields. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"

/* An item and a value of one spelling are two variants: extractors of different versions may say one and the other. */
static gs_variant *find_variant(gs_arena *arena, gs_value *all, gs_value *said, bool item) {
  gs_spelling spelling = gs_spell(arena, said);
  char *key = spelling.bytes == NULL ? NULL : gs_arena_alloc(arena, spelling.length + 2);
  if (key == NULL) return NULL;
  key[0] = item ? 'i' : 'v';
  memcpy(key + 1, spelling.bytes, spelling.length);
  gs_variant *known = (gs_variant *)gs_map_find(all, key, spelling.length + 1);
  if (known != NULL) return known;
  known = gs_arena_zeroed(arena, sizeof *known);
  if (known == NULL) return NULL;
  *known = (gs_variant){.said = *said, .spelling = spelling, .item = item};
  return gs_map_set(arena, all, key, spelling.length + 1, &known->said) ? known : NULL;
}

/* The variants of one form, NULL behind the last. NULL when memory is out. */
static gs_variant **list_of_form(gs_arena *arena, gs_value *all, gs_value *said, uint32_t said_count) {
  bool list = said != NULL && said->kind == GS_LIST;
  uint32_t count = said == NULL || said->kind == GS_NULL ? 0 : list ? said->list.count : 1;
  gs_variant **variants = gs_arena_zeroed(arena, (count + 1) * sizeof(gs_variant *));
  for (uint32_t i = 0; variants != NULL && i < count; i++) {
    variants[i] = find_variant(arena, all, list ? said->list.items[i] : said, list);
    if (variants[i] == NULL) return NULL;
    variants[i]->room += said_count;
  }
  return variants;
}

bool gs_variants_list(gs_arena *arena, const gs_read_form *forms, uint32_t form_count, const char *field, gs_variants *variants) {
  variants->all = gs_map(arena);
  variants->of_form = gs_arena_alloc(arena, (form_count + 1) * sizeof(gs_variant **));
  if (variants->all == NULL || variants->of_form == NULL) return false;
  for (uint32_t i = 0; i < form_count; i++) {
    variants->of_form[i] = list_of_form(arena, variants->all, gs_map_get(forms[i].fields, field), forms[i].form->count);
    if (variants->of_form[i] == NULL) return false;
  }
  for (uint32_t i = 0; i < variants->all->map.count; i++) {
    gs_variant *variant = (gs_variant *)variants->all->map.pairs[i].value;
    variant->sources = gs_arena_alloc(arena, variant->room * sizeof *variant->sources);
    if (variant->sources == NULL) return false;
  }
  return true;
}

void gs_variants_add(const gs_variants *variants, uint32_t form, uint32_t source, uint32_t document) {
  for (gs_variant *const *at = variants->of_form[form]; *at != NULL; at++) {
    gs_variant *variant = *at;
    variant->documents += variant->documents == 0 || variant->last_document != document;
    variant->last_document = document;
    variant->sources[variant->count++] = source;
  }
}

/* The most frequent first, then the longest, then in some order that is always the same. */
static int compare_variants(const void *a, const void *b) {
  const gs_variant *first = *(const gs_variant *const *)a, *second = *(const gs_variant *const *)b;
  if (first->documents != second->documents) return first->documents > second->documents ? -1 : 1;
  if (first->spelling.length != second->spelling.length) return first->spelling.length > second->spelling.length ? -1 : 1;
  int order = gs_spelling_compare(first->spelling, second->spelling);
  return order != 0 ? order : first->item - second->item;
}

gs_variant **gs_variants_sort(gs_arena *arena, const gs_value *all) {
  gs_variant **sorted = gs_arena_alloc(arena, (all->map.count + 1) * sizeof *sorted);
  if (sorted == NULL) return NULL;
  for (uint32_t i = 0; i < all->map.count; i++) sorted[i] = (gs_variant *)all->map.pairs[i].value;
  if (all->map.count > 1) qsort(sorted, all->map.count, sizeof *sorted, compare_variants);
  return sorted;
}
