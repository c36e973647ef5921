/* Forms that are equal in their folded identity. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"
#include "record/scalar.h"

typedef struct keyed {
  gs_form *form;
  gs_key *keys;
  uint32_t key_count;
} keyed;

int gs_key_compare(const gs_key *a, const gs_key *b) {
  if (a->absent != b->absent) return a->absent ? -1 : 1;
  if (a->number != b->number) return a->number ? -1 : 1;
  return gs_spelling_compare((gs_spelling){a->text.bytes, a->text.length}, (gs_spelling){b->text.bytes, b->text.length});
}

static int compare_keyed(const void *a, const void *b) {
  const keyed *first = a, *second = b;
  for (uint32_t k = 0; k < first->key_count; k++) {
    int order = gs_key_compare(&first->keys[k], &second->keys[k]);
    if (order != 0) return order;
  }
  return 0;
}

/* Units are made of forms in an order of their own, so that nothing depends on how they arrived. */
static int compare_keyed_forms(const void *a, const void *b) {
  int order = compare_keyed(a, b);
  if (order != 0) return order;
  gs_form *const first = ((const keyed *)a)->form, *const second = ((const keyed *)b)->form;
  return first < second ? -1 : 1; /* equal forms are one: which is first shows nowhere */
}

static bool fold_value(gs_arena *arena, const gs_value *value, gs_key *key) {
  *key = (gs_key){.absent = value == NULL || value->kind == GS_NULL, .text = {.bytes = ""}};
  if (key->absent) return true;
  if (value->kind == GS_STRING) return gs_fold(arena, value->string.bytes, value->string.length, &key->text);
  key->number = value->kind == GS_INTEGER || value->kind == GS_NUMBER;
  gs_spelling spelling = gs_spell(arena, value);
  if (spelling.bytes == NULL) return false;
  if (key->number || value->kind == GS_BOOLEAN) {
    key->text = (gs_folded){spelling.bytes, spelling.length, false};
    return true;
  }
  return gs_fold(arena, spelling.bytes, spelling.length, &key->text);
}

static bool fold_form(gs_arena *arena, gs_arena *brief, const gs_aspect *aspect, keyed *item) {
  const gs_value *fields = gs_unspell(brief, &item->form->fields);
  for (uint32_t k = 0; k < item->key_count; k++) {
    const gs_value *name = aspect->identity.list.items[k];
    gs_key *key = &item->keys[k];
    if (fields == NULL || !fold_value(brief, gs_map_find(fields, name->string.bytes, name->string.length), key)) return false;
    key->text.bytes = gs_arena_copy(arena, key->text.bytes, key->text.length);
    if (key->text.bytes == NULL) return false;
  }
  return true;
}

static int compare_texts(const void *a, const void *b) {
  const gs_folded *first = *(const gs_folded *const *)a, *second = *(const gs_folded *const *)b;
  return gs_spelling_compare((gs_spelling){first->bytes, first->length}, (gs_spelling){second->bytes, second->length});
}

/* Takes the particle off where the value occurs without it too. */
static bool drop_particles(gs_arena *brief, keyed *items, uint32_t count, uint32_t k) {
  const gs_folded **sorted = gs_arena_alloc(brief, (count + 1) * sizeof *sorted);
  size_t *lengths = gs_arena_alloc(brief, (count + 1) * sizeof *lengths);
  if (sorted == NULL || lengths == NULL) return false;
  for (uint32_t i = 0; i < count; i++) sorted[i] = &items[i].keys[k].text;
  qsort(sorted, count, sizeof *sorted, compare_texts);
  for (uint32_t i = 0; i < count; i++) {
    const gs_folded *text = &items[i].keys[k].text, without = {text->bytes, gs_fold_particle(text->bytes, text->length), false};
    const gs_folded *wanted = &without;
    bool found = without.length < text->length && bsearch(&wanted, sorted, count, sizeof *sorted, compare_texts) != NULL;
    lengths[i] = found ? without.length : text->length;
  }
  for (uint32_t i = 0; i < count; i++) items[i].keys[k].text.length = lengths[i];
  return true;
}

static bool fold_forms(gs_arena *arena, gs_arena *brief, const gs_aspect *aspect, keyed *items, uint32_t key_count) {
  uint32_t count = aspect->forms->map.count;
  for (uint32_t i = 0; i < count; i++) {
    gs_form *form = (gs_form *)aspect->forms->map.pairs[i].value;
    items[i] = (keyed){form, gs_arena_alloc(arena, key_count * sizeof(gs_key)), key_count};
    gs_form_settle(form);
    gs_arena_reset(brief);
    if (items[i].keys == NULL || !fold_form(arena, brief, aspect, &items[i])) return false;
  }
  for (uint32_t k = 0; k < key_count; k++) {
    gs_arena_reset(brief);
    if (!drop_particles(brief, items, count, k)) return false;
  }
  return true;
}

static void describe(gs_unit *unit, uint32_t key_count) {
  unit->prose = GS_NO_FIELD;
  unit->leader = unit->group = unit;
  for (uint32_t f = 0; f < unit->form_count; f++) unit->said += unit->forms[f]->count;
  for (uint32_t k = 0; k < key_count; k++) {
    unit->present += !unit->keys[k].absent;
    if (unit->prose == GS_NO_FIELD && unit->keys[k].text.prose) unit->prose = k;
  }
}

static bool group_forms(gs_arena *arena, const keyed *items, uint32_t count, gs_units *units) {
  uint32_t different = 0;
  for (uint32_t i = 0; i < count; i++) different += i == 0 || compare_keyed(&items[i - 1], &items[i]) != 0;
  gs_form **forms = gs_arena_alloc(arena, (count + 1) * sizeof *forms);
  units->items = gs_arena_zeroed(arena, (different + 1) * sizeof *units->items);
  if (forms == NULL || units->items == NULL) return false;
  for (uint32_t i = 0; i < count; i++) {
    forms[i] = items[i].form;
    if (i == 0 || compare_keyed(&items[i - 1], &items[i]) != 0)
      units->items[units->count++] = (gs_unit){.keys = items[i].keys, .forms = &forms[i]};
    units->items[units->count - 1].form_count++;
  }
  return true;
}

/* Who leads: what names most; what was said most; what says most; the rest only has to be some order that is always the same. */
static int compare_units(const void *a, const void *b) {
  const gs_unit *first = a, *second = b;
  if (first->present != second->present) return first->present > second->present ? -1 : 1;
  if (first->said != second->said) return first->said > second->said ? -1 : 1;
  for (uint32_t k = 0; k < first->order; k++) { /* the number of keys, until the order is known */
    size_t a_length = first->keys[k].text.length, b_length = second->keys[k].text.length;
    if (a_length != b_length) return a_length > b_length ? -1 : 1;
    int order = gs_key_compare(&first->keys[k], &second->keys[k]);
    if (order != 0) return order;
  }
  return 0;
}

bool gs_units_build(gs_arena *arena, gs_arena *brief, const gs_aspect *aspect, gs_units *units) {
  uint32_t count = aspect->forms->map.count;
  *units = (gs_units){.key_count = aspect->identity.list.count};
  keyed *items = gs_arena_alloc(arena, (count + 1) * sizeof *items);
  if (items == NULL || !fold_forms(arena, brief, aspect, items, units->key_count)) return false;
  qsort(items, count, sizeof *items, compare_keyed_forms);
  if (!group_forms(arena, items, count, units)) return false;
  for (uint32_t i = 0; i < units->count; i++) {
    describe(&units->items[i], units->key_count);
    units->items[i].order = units->key_count;
  }
  qsort(units->items, units->count, sizeof *units->items, compare_units);
  for (uint32_t i = 0; i < units->count; i++) {
    gs_unit *unit = &units->items[i];
    unit->order = i;
    unit->leader = unit->group = unit;
  }
  return true;
}
