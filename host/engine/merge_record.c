/* A cluster as a record of a merged result. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"

typedef struct building {
  gs_arena *arena, *item;
  const gs_aspect_writing *writing;
  const gs_cluster *cluster;
  const gs_stated *stated;
  gs_read_form *forms; /* in the order of their addresses */
  uint32_t form_count;
  gs_variants *variants; /* by field */
} building;

static bool set(const building *b, gs_value *map, const char *key, gs_value *value) {
  return gs_map_set(b->arena, map, key, strlen(key), value);
}

/* ---- Lists that are as long as a record has sources ---- */

typedef struct source_list {
  const building *building;
  const uint32_t *numbers; /* of a variant; NULL: all of the record */
  uint32_t count, at;
} source_list;

static gs_value *write_source(const building *b, const gs_stated *s) {
  gs_arena *arena = b->item;
  const gs_ranked_documents *documents = b->writing->documents;
  const gs_merged_document *document = documents->by_rank[s->place.document];
  gs_value *map = gs_map(arena), *at = gs_list(arena);
  if (map == NULL || at == NULL) return NULL;
  map->flow = at->flow = true;
  bool whole = gs_map_set(arena, map, "document", 8, gs_string(arena, document->id, document->id_length));
  if (whole && documents->shared_id[s->place.document])
    whole = gs_map_set(arena, map, "digest", 6, gs_string(arena, document->id + document->id_length + 1, document->digest_length));
  whole = whole && gs_list_add(arena, at, gs_integer(arena, s->place.start)) &&
          gs_list_add(arena, at, gs_integer(arena, s->place.stop)) && gs_map_set(arena, map, "at", 2, at);
  return whole ? map : NULL;
}

static bool next_source(void *context, gs_value **item) {
  source_list *list = context;
  *item = NULL;
  if (list->at == list->count) return true;
  const building *b = list->building;
  gs_arena_reset(b->item);
  uint32_t number = list->at++;
  *item = list->numbers != NULL ? gs_integer(b->item, list->numbers[number]) : write_source(b, &b->stated[number]);
  return *item != NULL;
}

static gs_value *list_sources(const building *b, const uint32_t *numbers, uint32_t count) {
  source_list *list = gs_arena_alloc(b->arena, sizeof *list);
  if (list == NULL) return NULL;
  *list = (source_list){b, numbers, count, 0};
  gs_value *items = gs_items(b->arena, next_source, list);
  if (items != NULL) items->flow = numbers != NULL;
  return items;
}

/* ---- Fields ---- */

static gs_value *write_variant(const building *b, gs_variant *v) {
  gs_value *map = gs_map(b->arena);
  if (map == NULL) return NULL;
  map->flow = true;
  bool whole = set(b, map, v->item ? "item" : "value", &v->said) && set(b, map, "count", gs_integer(b->arena, v->documents)) &&
               set(b, map, "sources", list_sources(b, v->sources, v->count));
  return whole ? map : NULL;
}

/* Adds a field to the record; its variants too where not all sources say the same. shown is what the record's best form says. */
static bool write_field(const building *b, const char *field, const gs_value *variants, gs_value *shown, gs_value *record,
                        gs_value *varying) {
  gs_variant **sorted = gs_variants_sort(b->arena, variants);
  gs_value *items = gs_list(b->arena), *list = gs_list(b->arena);
  const gs_value *kind = gs_map_get(b->writing->aspect->fields, field);
  bool whole = sorted != NULL && items != NULL && list != NULL, uniform = true, lists = kind->kind == GS_BOOLEAN;
  for (uint32_t i = 0; whole && i < variants->map.count; i++) {
    if (sorted[i]->item) whole = gs_list_add(b->arena, items, &sorted[i]->said);
    if (sorted[i]->count < b->cluster->said) uniform = false;
  }
  bool scalar = shown != NULL && shown->kind != GS_NULL && shown->kind != GS_LIST;
  if (whole && scalar && items->list.count > 0) uniform = false;
  for (uint32_t i = 0; whole && !uniform && i < variants->map.count; i++)
    whole = gs_list_add(b->arena, list, write_variant(b, sorted[i]));
  if (!whole) return false;
  gs_value *value = scalar ? shown : lists ? items : gs_null(b->arena);
  return set(b, record, field, value) && (uniform || set(b, varying, field, list));
}

/* In how many documents something is said that this form says too. */
static uint64_t count_agreement(const building *b, uint32_t form) {
  uint64_t agreement = 0;
  for (uint32_t f = 0; f < b->writing->field_count; f++)
    for (gs_variant *const *v = b->variants[f].of_form[form]; *v != NULL; v++)
      if (!(*v)->item) agreement += (*v)->documents;
  return agreement;
}

/* The form that agrees with most others: its fields belong together, as fields picked one by one need not. */
static const gs_read_form *best_form(const building *b) {
  const gs_read_form *best = NULL;
  uint64_t most = 0;
  for (uint32_t i = 0; i < b->form_count; i++) {
    const gs_read_form *form = &b->forms[i];
    uint64_t agreement = count_agreement(b, i);
    bool better = best == NULL || agreement > most;
    if (!better && agreement == most) {
      const gs_value *a = &form->form->fields, *z = &best->form->fields;
      better = a->string.length > z->string.length ||
               (a->string.length == z->string.length && memcmp(a->string.bytes, z->string.bytes, a->string.length) < 0);
    }
    if (better) best = form, most = agreement;
  }
  return best;
}

/* ---- Records ---- */

static int compare_forms(const void *a, const void *b) {
  const gs_form *first = ((const gs_read_form *)a)->form, *second = ((const gs_read_form *)b)->form;
  return (first > second) - (first < second);
}

static bool read_forms(building *b) {
  uint32_t count = 0;
  for (const gs_unit *unit = b->cluster->leader; unit != NULL; unit = unit->next) count += unit->form_count;
  b->forms = gs_arena_alloc(b->arena, (count + 1) * sizeof *b->forms);
  if (b->forms == NULL) return false;
  for (const gs_unit *unit = b->cluster->leader; unit != NULL; unit = unit->next) {
    for (uint32_t f = 0; f < unit->form_count; f++) {
      if (unit->forms[f]->count == 0) continue; /* memory was out before its place was kept */
      gs_value *fields = gs_unspell(b->arena, &unit->forms[f]->fields);
      if (fields == NULL) return false;
      b->forms[b->form_count++] = (gs_read_form){unit->forms[f], fields};
    }
  }
  if (b->form_count > 1) qsort(b->forms, b->form_count, sizeof *b->forms, compare_forms);
  return true;
}

static bool find_variants(building *b) {
  b->variants = gs_arena_alloc(b->arena, (b->writing->field_count + 1) * sizeof *b->variants);
  if (b->variants == NULL) return false;
  for (uint32_t f = 0; f < b->writing->field_count; f++)
    if (!gs_variants_list(b->arena, b->forms, b->form_count, b->writing->fields[f], &b->variants[f])) return false;
  for (uint32_t s = 0; s < b->cluster->said; s++) {
    gs_read_form wanted = {.form = b->stated[s].form};
    const gs_read_form *found = bsearch(&wanted, b->forms, b->form_count, sizeof wanted, compare_forms);
    for (uint32_t f = 0; f < b->writing->field_count; f++)
      gs_variants_add(&b->variants[f], (uint32_t)(found - b->forms), s, b->stated[s].place.document);
  }
  return true;
}

static gs_value *list_conflicts(const building *b) {
  const gs_value *identity = &b->writing->aspect->identity;
  gs_value *list = gs_list(b->arena);
  if (list == NULL) return NULL;
  list->flow = true;
  for (uint32_t k = 0; k < identity->list.count && k < 64; k++)
    if ((b->cluster->leader->conflict >> k & 1) != 0 && !gs_list_add(b->arena, list, identity->list.items[k])) return NULL;
  return list;
}

static gs_value *write_record(const building *b) {
  gs_value *record = gs_map(b->arena), *varying = gs_map(b->arena);
  const gs_read_form *best = best_form(b);
  bool whole = record != NULL && varying != NULL;
  for (uint32_t f = 0; whole && f < b->writing->field_count; f++) {
    const char *field = b->writing->fields[f];
    whole = write_field(b, field, b->variants[f].all, gs_map_get(best->fields, field), record, varying);
  }
  if (whole && b->cluster->leader->conflict != 0) whole = set(b, record, "conflict", list_conflicts(b));
  if (whole && varying->map.count > 0) whole = set(b, record, "variants", varying);
  return whole && set(b, record, "sources", list_sources(b, NULL, b->cluster->said)) ? record : NULL;
}

static bool begin(gs_aspect_writing *w) {
  gisa_merge *merge = w->merge;
  gs_units units;
  gs_arena_reset(&merge->aspect);
  w->fields = gs_merge_order_fields(&merge->aspect, w->aspect, &w->field_count);
  if (w->fields == NULL || !gs_units_build(&merge->aspect, &merge->record, w->aspect, &units) ||
      !gs_units_join(&merge->aspect, &merge->record, &units))
    return false;
  w->clusters = gs_clusters_sort(&merge->aspect, &merge->record, &units, w->documents->ranks, &w->count);
  w->begun = true;
  return w->clusters != NULL;
}

bool gs_merge_next_record(void *context, gs_value **record) {
  gs_aspect_writing *w = context;
  *record = NULL;
  if (!w->begun && !begin(w)) return false;
  while (w->at < w->count && w->clusters[w->at]->said == 0) w->at++;
  if (w->at == w->count) return true;
  gs_arena_reset(&w->merge->record);
  building *b = gs_arena_zeroed(&w->merge->record, sizeof *b);
  if (b == NULL) return false;
  *b = (building){.arena = &w->merge->record, .item = &w->merge->item, .writing = w, .cluster = w->clusters[w->at++]};
  b->stated = gs_cluster_list(b->arena, b->cluster, w->documents->ranks);
  if (b->stated == NULL || !read_forms(b) || !find_variants(b)) return false;
  w->written->integer++;
  *record = write_record(b);
  return *record != NULL;
}
