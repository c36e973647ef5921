/* The set of statements that a merge is. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"

static bool copy_into(gs_arena *arena, gs_value *to, const gs_value *from) {
  const gs_value *copy = gs_value_copy(arena, from);
  if (copy != NULL) *to = *copy;
  return copy != NULL;
}

/* A string of the set. NULL when memory is out. */
static gs_value keep_spelling(gisa_merge *merge, gs_spelling spelling) {
  const char *kept = spelling.bytes == NULL ? NULL : gs_arena_copy(&merge->kept, spelling.bytes, spelling.length);
  return (gs_value){.kind = GS_STRING, .string = {kept, spelling.length}};
}

static gs_merged_document *add_document(gisa_merge *merge, const char *key, size_t length, size_t id_length, gs_spelling facts) {
  gs_merged_document *document = gs_arena_zeroed(&merge->kept, sizeof *document);
  if (document == NULL) return NULL;
  document->facts = keep_spelling(merge, facts);
  document->number = merge->documents->map.count;
  document->id_length = (uint32_t)id_length;
  document->digest_length = (uint32_t)(length - id_length - 1);
  if (document->facts.string.bytes == NULL || !gs_map_set(&merge->kept, merge->documents, key, length, &document->facts)) return NULL;
  document->id = merge->documents->map.pairs[document->number].key;
  return document;
}

/* Facts but those that the key tells. */
static gs_spelling spell_facts(gs_arena *arena, const gs_value *facts) {
  gs_value *others = gs_map(arena);
  for (uint32_t i = 0; others != NULL && i < facts->map.count; i++) {
    const gs_pair *pair = &facts->map.pairs[i];
    bool told = strcmp(pair->key, "id") == 0 || strcmp(pair->key, "digest") == 0;
    if (!told && !gs_map_set(arena, others, pair->key, pair->key_length, pair->value)) return (gs_spelling){0};
  }
  return others == NULL ? (gs_spelling){0} : gs_spell(arena, others);
}

gs_merged_document *gs_merge_document(gisa_merge *merge, const gs_value *facts) {
  const gs_value *id = gs_map_get(facts, "id"), *digest = gs_map_get(facts, "digest");
  size_t length = id->string.length + 1 + digest->string.length;
  gs_arena_reset(&merge->item);
  char *key = gs_arena_alloc(&merge->item, length + 1);
  gs_spelling spelling = spell_facts(&merge->item, facts);
  if (key == NULL || spelling.bytes == NULL || length > UINT32_MAX) return NULL;
  memcpy(key, id->string.bytes, id->string.length);
  key[id->string.length] = '\0';
  memcpy(key + id->string.length + 1, digest->string.bytes, digest->string.length + 1);
  gs_merged_document *known = (gs_merged_document *)gs_map_find(merge->documents, key, length);
  if (known == NULL) return add_document(merge, key, length, id->string.length, spelling);
  gs_spelling old = {known->facts.string.bytes, known->facts.string.length};
  if (gs_spelling_compare(spelling, old) >= 0) return known;
  gs_value kept = keep_spelling(merge, spelling);
  if (kept.string.bytes == NULL) return NULL;
  known->facts = kept;
  return known;
}

gs_aspect *gs_merge_aspect(gisa_merge *merge, const gs_pair *named, bool *conflict) {
  *conflict = false;
  gs_aspect *aspect = (gs_aspect *)gs_map_find(merge->aspects, named->key, named->key_length);
  if (aspect != NULL) {
    *conflict = !gs_value_equal(&aspect->identity, named->value);
    return *conflict ? NULL : aspect;
  }
  aspect = gs_arena_zeroed(&merge->kept, sizeof *aspect);
  if (aspect == NULL || !copy_into(&merge->kept, &aspect->identity, named->value)) return NULL;
  aspect->fields = gs_map(&merge->kept);
  aspect->forms = gs_map(&merge->kept);
  bool whole = aspect->fields != NULL && aspect->forms != NULL &&
               gs_map_set(&merge->kept, merge->aspects, named->key, named->key_length, &aspect->identity);
  return whole ? aspect : NULL;
}

/* Learns the fields of a record: their order, and which hold lists. */
static bool learn_fields(gisa_merge *merge, gs_aspect *aspect, const gs_value *fields) {
  gs_value *known = aspect->fields;
  if (known->map.count > 0 && known->map.count != fields->map.count) aspect->mixed = true;
  bool first = known->map.count == 0;
  for (uint32_t i = 0; i < fields->map.count; i++) {
    const gs_pair *pair = &fields->map.pairs[i];
    if (!first && (i >= known->map.count || strcmp(known->map.pairs[i].key, pair->key) != 0)) aspect->mixed = true;
    gs_value *holds = gs_map_find(known, pair->key, pair->key_length);
    if (holds == NULL) {
      holds = gs_null(&merge->kept);
      if (!gs_map_set(&merge->kept, known, pair->key, pair->key_length, holds)) return false;
    }
    if (pair->value->kind == GS_LIST) *holds = (gs_value){.kind = GS_BOOLEAN, .boolean = true};
  }
  return true;
}

static int compare_places(const void *a, const void *b) {
  const gs_place *first = a, *second = b;
  if (first->document != second->document) return first->document < second->document ? -1 : 1;
  if (first->start != second->start) return first->start < second->start ? -1 : 1;
  return (first->stop > second->stop) - (first->stop < second->stop);
}

void gs_form_settle(gs_form *form) {
  uint32_t kept = 0;
  if (form->count > 1) qsort(form->places, form->count, sizeof *form->places, compare_places);
  for (uint32_t i = 0; i < form->count; i++)
    if (kept == 0 || compare_places(&form->places[kept - 1], &form->places[i]) != 0) form->places[kept++] = form->places[i];
  form->count = kept;
}

/* Places that are there already are found when there is no room: then the list is sorted, and grows only where that left it more than half
 * full. So a document that is added a thousand times takes no more memory than twice. */
static bool add_place(gs_arena *arena, gs_form *form, gs_place place) {
  bool full = form->count == form->room;
  if (full) gs_form_settle(form);
  if (full && form->count >= form->room / 2) {
    uint32_t room = form->room == 0 ? 1 : form->room > UINT32_MAX / 2 ? 0 : form->room * 2;
    gs_place *places = room == 0 ? NULL
                                 : gs_arena_grow(arena, form->places, form->count * sizeof place, room * sizeof place);
    if (places == NULL) return false;
    form->places = places;
    form->room = room;
  }
  form->places[form->count++] = place;
  return true;
}

bool gs_merge_state(gisa_merge *merge, gs_aspect *aspect, const gs_value *fields, gs_place place) {
  gs_arena_reset(&merge->item);
  const gs_value *canonical = gs_canonical_fields(&merge->item, fields);
  if (canonical == NULL || !learn_fields(merge, aspect, fields)) return false;
  gs_spelling key = gs_spell(&merge->item, canonical);
  if (key.bytes == NULL) return false;
  gs_form *form = (gs_form *)gs_map_find(aspect->forms, key.bytes, key.length);
  if (form == NULL) {
    form = gs_arena_zeroed(&merge->kept, sizeof *form);
    if (form == NULL || !gs_map_set(&merge->kept, aspect->forms, key.bytes, key.length, &form->fields)) return false;
    /* The dictionary's own key is the spelling. */
    const gs_pair *added = &aspect->forms->map.pairs[aspect->forms->map.count - 1];
    form->fields = (gs_value){.kind = GS_STRING, .string = {added->key, added->key_length}};
  }
  return add_place(&merge->kept, form, place);
}
