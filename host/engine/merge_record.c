/* Units as records of a merged result. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"

/* A place with what was said there. */
typedef struct stated {
  gs_place place; /* document: its rank */
  const gs_form *form;
  gs_spelling spelling; /* of the form */
} stated;

typedef struct cluster {
  const gs_unit *leader;
  stated *items;
  uint32_t count, room;
  uint32_t documents;
  const struct cluster *group;
} cluster;

typedef struct building {
  gs_arena *arena;
  const gs_aspect *aspect;
  gs_merged_document *const *documents;
  const uint32_t *ranks;
  const bool *shared_id;
  const char **fields; /* names in the order of output */
  uint32_t field_count;
} building;

/* A value of a field, or an item of one that holds lists, and who says so. Begins with a value, for dictionaries. */
typedef struct variant {
  gs_value said;
  gs_spelling spelling;
  gs_value *sources; /* a list of places in `sources` */
  uint32_t documents, last_document;
  bool item;
} variant;

static bool set(const building *b, gs_value *map, const char *key, gs_value *value) {
  return gs_map_set(b->arena, map, key, strlen(key), value);
}

static int compare_stated(const void *a, const void *b) {
  const stated *first = a, *second = b;
  if (first->place.document != second->place.document) return first->place.document < second->place.document ? -1 : 1;
  if (first->place.start != second->place.start) return first->place.start < second->place.start ? -1 : 1;
  if (first->place.stop != second->place.stop) return first->place.stop < second->place.stop ? -1 : 1;
  return gs_spelling_compare(first->spelling, second->spelling);
}

/* ---- Fields ---- */

static bool add_variant(const building *b, gs_value *variants, const gs_value *said, bool item, uint32_t source,
                        uint32_t document) {
  gs_spelling spelling = gs_spell(b->arena, said);
  if (spelling.bytes == NULL) return false;
  /* An item and a value of one spelling are two: extractors of different versions may say one and the other. */
  char *key = gs_arena_alloc(b->arena, spelling.length + 2);
  if (key == NULL) return false;
  key[0] = item ? 'i' : 'v';
  memcpy(key + 1, spelling.bytes, spelling.length);
  variant *known = (variant *)gs_map_find(variants, key, spelling.length + 1);
  if (known == NULL) {
    known = gs_arena_zeroed(b->arena, sizeof *known);
    if (known == NULL || (known->sources = gs_list(b->arena)) == NULL) return false;
    known->said = *said;
    known->spelling = spelling;
    known->item = item;
    known->sources->flow = true;
    if (!gs_map_set(b->arena, variants, key, spelling.length + 1, &known->said)) return false;
  }
  known->documents += known->documents == 0 || known->last_document != document;
  known->last_document = document;
  return gs_list_add(b->arena, known->sources, gs_integer(b->arena, source));
}

/* What the sources of a cluster say in a field, as a map of variants. NULL when memory is out. */
static gs_value *list_variants(const building *b, const cluster *c, const char *field) {
  gs_value *variants = gs_map(b->arena);
  bool whole = variants != NULL;
  for (uint32_t i = 0; whole && i < c->count; i++) {
    const gs_value *said = gs_map_get(&c->items[i].form->fields, field);
    if (said == NULL || said->kind == GS_NULL) continue;
    uint32_t document = c->items[i].place.document;
    if (said->kind != GS_LIST) {
      whole = add_variant(b, variants, said, false, i, document);
      continue;
    }
    for (uint32_t k = 0; whole && k < said->list.count; k++)
      whole = add_variant(b, variants, said->list.items[k], true, i, document);
  }
  return whole ? variants : NULL;
}

/* The most frequent first, then the longest, then in some order that is always the same. */
static int compare_variants(const void *a, const void *b) {
  const variant *first = *(const variant *const *)a, *second = *(const variant *const *)b;
  if (first->documents != second->documents) return first->documents > second->documents ? -1 : 1;
  if (first->spelling.length != second->spelling.length) return first->spelling.length > second->spelling.length ? -1 : 1;
  int order = gs_spelling_compare(first->spelling, second->spelling);
  return order != 0 ? order : first->item - second->item;
}

static const variant **sort_variants(const building *b, const gs_value *variants) {
  const variant **sorted = gs_arena_alloc(b->arena, (variants->map.count + 1) * sizeof *sorted);
  if (sorted == NULL) return NULL;
  for (uint32_t i = 0; i < variants->map.count; i++) sorted[i] = (const variant *)variants->map.pairs[i].value;
  qsort(sorted, variants->map.count, sizeof *sorted, compare_variants);
  return sorted;
}

static gs_value *write_variant(const building *b, const variant *v) {
  gs_value *map = gs_map(b->arena), *said = gs_value_copy(b->arena, &v->said);
  if (map == NULL) return NULL;
  map->flow = true;
  bool whole = set(b, map, v->item ? "item" : "value", said) && set(b, map, "count", gs_integer(b->arena, v->documents)) &&
               set(b, map, "sources", v->sources);
  return whole ? map : NULL;
}

/* Adds a field to the record; its variants too where not all sources say the same. shown is what the record's best form says. */
static bool write_field(const building *b, const cluster *c, const char *field, const gs_value *variants, const gs_value *shown,
                        gs_value *record, gs_value *varying) {
  const variant **sorted = sort_variants(b, variants);
  gs_value *items = gs_list(b->arena), *list = gs_list(b->arena);
  const gs_value *kind = gs_map_get(b->aspect->fields, field);
  bool whole = sorted != NULL && items != NULL && list != NULL, uniform = true, lists = kind->kind == GS_BOOLEAN;
  for (uint32_t i = 0; whole && i < variants->map.count; i++) {
    if (sorted[i]->item) whole = gs_list_add(b->arena, items, gs_value_copy(b->arena, &sorted[i]->said));
    if (sorted[i]->sources->list.count < c->count) uniform = false;
    whole = whole && gs_list_add(b->arena, list, write_variant(b, sorted[i]));
  }
  if (!whole) return false;
  bool scalar = shown != NULL && shown->kind != GS_NULL && shown->kind != GS_LIST;
  gs_value *value = scalar ? gs_value_copy(b->arena, shown) : lists ? items : gs_null(b->arena);
  if (scalar && items->list.count > 0) uniform = false;
  return set(b, record, field, value) && (uniform || set(b, varying, field, list));
}

/* ---- Records ---- */

/* The form that agrees with most others: its fields belong together, as fields picked one by one need not. */
static const gs_form *best_form(const building *b, const cluster *c, gs_value *const *variants) {
  const stated *best = NULL;
  uint64_t most = 0;
  for (uint32_t i = 0; i < c->count; i++) {
    const stated *s = &c->items[i];
    if (best != NULL && best->form == s->form) continue;
    uint64_t agreement = 0;
    for (uint32_t f = 0; f < b->field_count; f++) {
      const gs_value *said = gs_map_get(&s->form->fields, b->fields[f]);
      if (said == NULL || said->kind == GS_NULL || said->kind == GS_LIST) continue;
      for (uint32_t v = 0; v < variants[f]->map.count; v++) {
        const variant *other = (const variant *)variants[f]->map.pairs[v].value;
        if (!other->item && gs_value_equal(&other->said, said)) agreement += other->documents;
      }
    }
    bool better = best == NULL || agreement > most;
    if (!better && agreement == most) {
      better = s->spelling.length > best->spelling.length ||
               (s->spelling.length == best->spelling.length && gs_spelling_compare(s->spelling, best->spelling) < 0);
    }
    if (better) best = s, most = agreement;
  }
  return best->form;
}

static gs_value *write_source(const building *b, const stated *s) {
  gs_value *map = gs_map(b->arena), *at = gs_list(b->arena);
  const gs_value *facts = &b->documents[s->place.document]->facts;
  if (map == NULL || at == NULL) return NULL;
  map->flow = at->flow = true;
  bool whole = set(b, map, "document", gs_map_get(facts, "id"));
  if (whole && b->shared_id[s->place.document]) whole = set(b, map, "digest", gs_map_get(facts, "digest"));
  whole = whole && gs_list_add(b->arena, at, gs_integer(b->arena, s->place.start)) &&
          gs_list_add(b->arena, at, gs_integer(b->arena, s->place.stop)) && set(b, map, "at", at);
  return whole ? map : NULL;
}

static gs_value *list_conflicts(const building *b, const gs_unit *leader) {
  gs_value *list = gs_list(b->arena);
  if (list == NULL) return NULL;
  list->flow = true;
  for (uint32_t k = 0; k < b->aspect->identity.list.count && k < 64; k++)
    if ((leader->conflict >> k & 1) != 0 && !gs_list_add(b->arena, list, b->aspect->identity.list.items[k])) return NULL;
  return list;
}

static gs_value *write_record(const building *b, const cluster *c) {
  gs_value *record = gs_map(b->arena), *varying = gs_map(b->arena), *sources = gs_list(b->arena);
  gs_value **variants = gs_arena_alloc(b->arena, (b->field_count + 1) * sizeof *variants);
  bool whole = record != NULL && varying != NULL && sources != NULL && variants != NULL;
  for (uint32_t f = 0; whole && f < b->field_count; f++) whole = (variants[f] = list_variants(b, c, b->fields[f])) != NULL;
  if (!whole) return NULL;
  const gs_form *best = best_form(b, c, variants);
  for (uint32_t f = 0; whole && f < b->field_count; f++)
    whole = write_field(b, c, b->fields[f], variants[f], gs_map_get(&best->fields, b->fields[f]), record, varying);
  if (whole && c->leader->conflict != 0) whole = set(b, record, "conflict", list_conflicts(b, c->leader));
  if (whole && varying->map.count > 0) whole = set(b, record, "variants", varying);
  for (uint32_t i = 0; whole && i < c->count; i++) whole = gs_list_add(b->arena, sources, write_source(b, &c->items[i]));
  return whole && set(b, record, "sources", sources) ? record : NULL;
}

/* ---- Clusters ---- */

static bool add_form(const building *b, cluster *c, const gs_form *form) {
  gs_spelling spelling = gs_spell(b->arena, &form->fields);
  if (spelling.bytes == NULL) return false;
  if (c->items == NULL) c->items = gs_arena_alloc(b->arena, c->room * sizeof *c->items);
  if (c->items == NULL) return false;
  for (uint32_t i = 0; i < form->count; i++) {
    gs_place place = form->places[i];
    place.document = b->ranks[place.document];
    c->items[c->count++] = (stated){place, form, spelling};
  }
  return true;
}

static int compare_within(const cluster *a, const cluster *b) {
  if (a->documents != b->documents) return a->documents > b->documents ? -1 : 1;
  int order = compare_stated(&a->items[0], &b->items[0]);
  return order != 0 ? order : (a->leader->order > b->leader->order) - (a->leader->order < b->leader->order);
}

/* What most documents say comes first, with what contradicts it behind it; then in the order of documents. */
static int compare_clusters(const void *a, const void *b) {
  const cluster *first = a, *second = b;
  if (first->group == second->group) return compare_within(first, second);
  return compare_within(first->group, second->group);
}

/* One cluster a leader, in by_order[] at the leader's place, with all that its units say. */
static bool fill_clusters(const building *b, const gs_units *units, cluster *by_order) {
  for (uint32_t i = 0; i < units->count; i++) by_order[units->items[i].leader->order].room += units->items[i].said;
  for (uint32_t i = 0; i < units->count; i++) {
    const gs_unit *unit = &units->items[i];
    cluster *c = &by_order[unit->leader->order];
    c->leader = unit->leader;
    for (uint32_t f = 0; f < unit->form_count; f++)
      if (!add_form(b, c, unit->forms[f])) return false;
  }
  for (uint32_t i = 0; i < units->count; i++) {
    cluster *c = &by_order[i];
    if (c->count > 1) qsort(c->items, c->count, sizeof *c->items, compare_stated);
    for (uint32_t s = 0; s < c->count; s++)
      c->documents += s == 0 || c->items[s].place.document != c->items[s - 1].place.document;
  }
  return true;
}

/* The clusters in the order of output; *count of them. NULL when memory is out. */
static cluster *sort_clusters(const building *b, const gs_units *units, uint32_t *count) {
  cluster *by_order = gs_arena_zeroed(b->arena, (units->count + 1) * sizeof *by_order);
  cluster *sorted = gs_arena_alloc(b->arena, (units->count + 1) * sizeof *sorted);
  if (by_order == NULL || sorted == NULL || !fill_clusters(b, units, by_order)) return NULL;
  /* Of those in conflict the one that most documents say stands for all. */
  const cluster **best = gs_arena_zeroed(b->arena, (units->count + 1) * sizeof *best);
  if (best == NULL) return NULL;
  for (uint32_t i = 0; i < units->count; i++) {
    if (by_order[i].count == 0) continue;
    const cluster **known = &best[by_order[i].leader->group->order];
    if (*known == NULL || compare_within(&by_order[i], *known) < 0) *known = &by_order[i];
  }
  *count = 0;
  for (uint32_t i = 0; i < units->count; i++) {
    if (by_order[i].count == 0) continue;
    by_order[i].group = best[by_order[i].leader->group->order];
    sorted[(*count)++] = by_order[i];
  }
  qsort(sorted, *count, sizeof *sorted, compare_clusters);
  return sorted;
}

gs_value *gs_merge_records(gs_arena *arena, const gs_aspect *aspect, gs_merged_document *const *documents,
                           const uint32_t *ranks, const bool *shared_id) {
  building b = {.arena = arena, .aspect = aspect, .documents = documents, .ranks = ranks, .shared_id = shared_id};
  gs_units units;
  uint32_t count;
  b.fields = gs_merge_order_fields(arena, aspect, &b.field_count);
  if (b.fields == NULL || !gs_units_build(arena, aspect, &units) || !gs_units_join(arena, &units)) return NULL;
  const cluster *clusters = sort_clusters(&b, &units, &count);
  gs_value *list = clusters == NULL ? NULL : gs_list(arena);
  for (uint32_t i = 0; list != NULL && i < count; i++)
    if (!gs_list_add(arena, list, write_record(&b, &clusters[i]))) return NULL;
  return list;
}
