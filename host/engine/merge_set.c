/* The set of statements that a merge is. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"

static bool copy_into(gs_arena *arena, gs_value *to, const gs_value *from) {
  const gs_value *copy = gs_value_copy(arena, from);
  if (copy != NULL) *to = *copy;
  return copy != NULL;
}

static gs_merged_document *add_document(gisa_merge *merge, const char *key, size_t length, const gs_value *facts) {
  gs_merged_document *document = gs_arena_zeroed(&merge->kept, sizeof *document);
  if (document == NULL || !copy_into(&merge->kept, &document->facts, facts)) return NULL;
  document->failed.kind = GS_MAP;
  document->failed.flow = true;
  document->number = merge->documents->map.count;
  return gs_map_set(&merge->kept, merge->documents, key, length, &document->facts) ? document : NULL;
}

gs_merged_document *gs_merge_document(gisa_merge *merge, const gs_value *facts) {
  const gs_value *id = gs_map_get(facts, "id"), *digest = gs_map_get(facts, "digest");
  size_t length = id->string.length + 1 + digest->string.length;
  char *key = gs_arena_alloc(&merge->scratch, length + 1);
  if (key == NULL) return NULL;
  memcpy(key, id->string.bytes, id->string.length);
  key[id->string.length] = '\0';
  memcpy(key + id->string.length + 1, digest->string.bytes, digest->string.length + 1);
  gs_merged_document *known = (gs_merged_document *)gs_map_find(merge->documents, key, length);
  if (known == NULL) return add_document(merge, key, length, facts);
  gs_spelling old = gs_spell(&merge->scratch, &known->facts), new = gs_spell(&merge->scratch, facts);
  if (old.bytes == NULL || new.bytes == NULL) return NULL;
  if (gs_spelling_compare(new, old) < 0 && !copy_into(&merge->kept, &known->facts, facts)) return NULL;
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
    uint32_t room = form->room == 0 ? 2 : form->room > UINT32_MAX / 2 ? 0 : form->room * 2;
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
  const gs_value *canonical = gs_canonical_fields(&merge->scratch, fields);
  if (canonical == NULL || !learn_fields(merge, aspect, fields)) return false;
  gs_spelling key = gs_spell(&merge->scratch, canonical);
  if (key.bytes == NULL) return false;
  gs_form *form = (gs_form *)gs_map_find(aspect->forms, key.bytes, key.length);
  if (form == NULL) {
    form = gs_arena_zeroed(&merge->kept, sizeof *form);
    if (form == NULL || !copy_into(&merge->kept, &form->fields, canonical) ||
        !gs_map_set(&merge->kept, aspect->forms, key.bytes, key.length, &form->fields))
      return false;
  }
  return add_place(&merge->kept, form, place);
}
