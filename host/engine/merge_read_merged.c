/* A merged result as the statements that it was written from. Its layout is told in merge_write.c. */
#include <string.h>

#include "engine/merge.h"
#include "record/read.h"

/* The documents of a merged result by id, or by id, NUL and digest where ids collide. */
typedef struct reading {
  gisa_merge *merge;
  const gs_value *root; /* a tree, or an outline of which records and documents come one by one */
  gs_value *by_id; /* a map to the gs_merged_document's facts */
  const char *aspect;
  bool checks; /* the first time through: nothing is added, so that a broken result adds nothing */
} reading;

static bool is_known_field(const char *name) {
  return strcmp(name, "variants") != 0 && strcmp(name, "sources") != 0 && strcmp(name, "conflict") != 0;
}

/* ---- Lists ---- */

typedef struct walk {
  gisa_merge *merge;
  gs_value *list;
  uint32_t at;
} walk;

static bool is_list(const gs_value *value) {
  return value != NULL && (value->kind == GS_LIST || value->kind == GS_ITEMS);
}

static walk walk_list(gisa_merge *merge, gs_value *list) {
  if (list->kind == GS_ITEMS) gs_json_rewind(list, &merge->record);
  return (walk){merge, list, 0};
}

/* The next item, NULL behind the last; the one before may be gone. at counts those that were given. */
static gisa_status walk_on(walk *w, gs_value **item) {
  gs_arena_reset(&w->merge->record);
  *item = NULL;
  if (w->list->kind == GS_LIST) *item = w->at < w->list->list.count ? w->list->list.items[w->at] : NULL;
  else if (!w->list->items.next(w->list->items.context, item)) return gs_merge_fail(w->merge, GISA_USAGE, "a list is broken or memory is out");
  w->at += *item != NULL;
  return GISA_OK;
}

/* ---- Checks ---- */

static gisa_status check_layout(gisa_merge *merge, const gs_value *root) {
  const gs_value *layout = gs_map_get(root, "merged"), *documents = gs_map_get(root, "documents");
  const gs_value *makers = gs_map_get(root, "made_with"), *counts = gs_map_get(root, "records");
  if (layout->kind != GS_INTEGER || layout->integer != GS_MERGED_LAYOUT)
    return gs_merge_fail(merge, GISA_USAGE, "is a merged result of another layout; this gisa reads %d", GS_MERGED_LAYOUT);
  if (!is_list(documents) || makers == NULL || makers->kind != GS_LIST || counts == NULL || counts->kind != GS_MAP)
    return gs_merge_fail(merge, GISA_USAGE, "parts of the merged result are missing; is it whole?");
  for (uint32_t i = 0; i < makers->list.count; i++)
    if (!gs_is_string(makers->list.items[i])) return gs_merge_fail(merge, GISA_USAGE, "`made_with` is no list of digests");
  return gs_merge_check_records(merge, root, gs_map_get(root, "identity"));
}

static bool is_document(const gs_value *document) {
  const gs_value *failed = gs_map_get(document, "failed");
  bool whole = gs_is_string(gs_map_get(document, "id")) && gs_is_string(gs_map_get(document, "digest"));
  if (!gs_is_spellable(document) || (failed != NULL && failed->kind != GS_MAP)) return false;
  for (uint32_t f = 0; whole && failed != NULL && f < failed->map.count; f++) whole = gs_is_string(failed->map.pairs[f].value);
  return whole;
}

/* Whether there were as many records as the result's end promises. */
static gisa_status check_count(const reading *r, uint32_t records) {
  const gs_value *count = gs_map_get(gs_map_get(r->root, "records"), r->aspect);
  if (count != NULL && count->kind == GS_INTEGER && count->integer == records) return GISA_OK;
  return gs_merge_fail(r->merge, GISA_USAGE, "the number of `%s` is not what the result says; is it whole?", r->aspect);
}

static const char *source_key(gs_arena *arena, const char *id, size_t id_length, const gs_value *digest, size_t *length) {
  *length = id_length + (digest == NULL ? 0 : 1 + digest->string.length);
  char *key = gs_arena_copy(arena, id, id_length);
  if (key == NULL || digest == NULL) return key;
  key = gs_arena_grow(arena, key, id_length + 1, *length + 1);
  if (key != NULL) memcpy(key + id_length + 1, digest->string.bytes, digest->string.length + 1);
  return key;
}

/* ---- Documents ---- */

/* Makes the document answer to its id and digest, and to its id alone where it is the first of it. */
static bool name_document(reading *r, const gs_value *listed, gs_value *known) {
  gs_arena *arena = &r->merge->scratch;
  const gs_value *id = gs_map_get(listed, "id");
  size_t length;
  const char *key = source_key(&r->merge->record, id->string.bytes, id->string.length, gs_map_get(listed, "digest"), &length);
  if (key == NULL || !gs_map_set(arena, r->by_id, key, length, known)) return false;
  bool first = gs_map_find(r->by_id, id->string.bytes, id->string.length) == NULL;
  return !first || gs_map_set(arena, r->by_id, id->string.bytes, id->string.length, known);
}

static bool add_document(reading *r, const gs_value *listed) {
  const gs_value *failed = gs_map_get(listed, "failed");
  gs_value *facts = gs_map(&r->merge->record);
  for (uint32_t f = 0; facts != NULL && f < listed->map.count; f++) {
    const gs_pair *pair = &listed->map.pairs[f];
    if (pair->value != failed && !gs_map_set(&r->merge->record, facts, pair->key, pair->key_length, pair->value)) return false;
  }
  gs_merged_document *document = facts == NULL ? NULL : gs_merge_document(r->merge, facts);
  for (uint32_t f = 0; document != NULL && failed != NULL && f < failed->map.count; f++)
    if (!gs_merge_add_failure(r->merge, document, &failed->map.pairs[f])) return false;
  return document != NULL && name_document(r, listed, &document->facts);
}

static gisa_status read_documents(reading *r) {
  walk w = walk_list(r->merge, gs_map_get(r->root, "documents"));
  gs_value *listed, *there = gs_null(&r->merge->scratch);
  for (;;) {
    gisa_status status = walk_on(&w, &listed);
    if (status != GISA_OK || listed == NULL) return status;
    if (!is_document(listed)) return gs_merge_fail(r->merge, GISA_USAGE, "document %u has no id or no digest", w.at);
    bool whole = there != NULL && (r->checks ? name_document(r, listed, there) : add_document(r, listed));
    if (!whole) return gs_merge_fail(r->merge, GISA_NO_MEMORY, "out of memory");
  }
}

/* ---- Records ---- */

static gisa_status refuse(const reading *r, uint32_t record, const char *what) {
  return gs_merge_fail(r->merge, GISA_USAGE, "record %u of `%s` has %s", record + 1, r->aspect, what);
}

static gisa_status read_source(reading *r, const gs_value *source, uint32_t record, gs_place *place) {
  const gs_value *id = gs_map_get(source, "document"), *digest = gs_map_get(source, "digest");
  if (!gs_is_string(id) || !gs_read_place(gs_map_get(source, "at"), place)) return refuse(r, record, "a source without a place");
  size_t length;
  const char *key = source_key(&r->merge->record, id->string.bytes, id->string.length, gs_is_string(digest) ? digest : NULL, &length);
  if (key == NULL) return gs_merge_fail(r->merge, GISA_NO_MEMORY, "out of memory");
  const gs_merged_document *document = (const gs_merged_document *)gs_map_find(r->by_id, key, length);
  if (document == NULL) return refuse(r, record, "a source that is not among the documents");
  place->document = r->checks ? 0 : document->number;
  return GISA_OK;
}

/* Gives one variant to the sources that it lists. */
static gisa_status assign(reading *r, const gs_value *variant, uint32_t record, gs_value **values, uint32_t count) {
  gs_arena *arena = &r->merge->record;
  gs_value *item = gs_map_get(variant, "item"), *value = gs_map_get(variant, "value");
  const gs_value *sources = gs_map_get(variant, "sources");
  if ((item == NULL) == (value == NULL) || sources == NULL || sources->kind != GS_LIST)
    return refuse(r, record, "a variant without value or sources");
  for (uint32_t i = 0; i < sources->list.count; i++) {
    const gs_value *number = sources->list.items[i];
    if (number->kind != GS_INTEGER || number->integer < 0 || number->integer >= count)
      return refuse(r, record, "a variant of a source that is not there");
    gs_value **place = &values[number->integer];
    if (value != NULL) *place = value;
    if (item != NULL && (*place == NULL || (*place)->kind != GS_LIST)) *place = gs_list(arena);
    if (*place == NULL || (item != NULL && !gs_list_add(arena, *place, item)))
      return gs_merge_fail(r->merge, GISA_NO_MEMORY, "out of memory");
  }
  return GISA_OK;
}

/* What each source says in a field: values[] for each of count. */
static gisa_status read_field(reading *r, const gs_value *record, uint32_t number, const gs_pair *field, gs_value **values,
                              uint32_t count) {
  const gs_value *variants = gs_map_find(gs_map_get(record, "variants"), field->key, field->key_length);
  bool varies = variants != NULL && variants->kind == GS_LIST;
  for (uint32_t i = 0; i < count; i++) values[i] = varies ? NULL : field->value;
  for (uint32_t i = 0; varies && i < variants->list.count; i++) {
    gisa_status status = assign(r, variants->list.items[i], number, values, count);
    if (status != GISA_OK) return status;
  }
  gs_value *nothing = gs_null(&r->merge->record);
  gs_value *empty = field->value->kind == GS_LIST ? gs_list(&r->merge->record) : nothing;
  for (uint32_t i = 0; i < count; i++)
    if (values[i] == NULL) values[i] = empty;
  return nothing == NULL || empty == NULL ? gs_merge_fail(r->merge, GISA_NO_MEMORY, "out of memory") : GISA_OK;
}

static gisa_status read_record(reading *r, gs_aspect *aspect, const gs_value *record, uint32_t number) {
  gs_arena *arena = &r->merge->record;
  const gs_value *sources = gs_map_get(record, "sources");
  if (sources == NULL || sources->kind != GS_LIST || sources->list.count == 0) return refuse(r, number, "no sources");
  uint32_t count = sources->list.count;
  gs_value **fields = gs_arena_alloc(arena, count * sizeof *fields);
  gs_value **values = gs_arena_alloc(arena, count * sizeof *values);
  bool whole = fields != NULL && values != NULL;
  for (uint32_t i = 0; whole && i < count; i++) whole = (fields[i] = gs_map(arena)) != NULL;
  for (uint32_t f = 0; whole && f < record->map.count; f++) {
    const gs_pair *field = &record->map.pairs[f];
    if (!is_known_field(field->key)) continue;
    gisa_status status = read_field(r, record, number, field, values, count);
    if (status != GISA_OK) return status;
    for (uint32_t i = 0; whole && i < count; i++) whole = gs_map_set(arena, fields[i], field->key, field->key_length, values[i]);
  }
  for (uint32_t i = 0; whole && i < count; i++) {
    gs_place place;
    gisa_status status = read_source(r, sources->list.items[i], number, &place);
    if (status != GISA_OK) return status;
    if (!r->checks) whole = gs_merge_state(r->merge, aspect, fields[i], place);
  }
  return whole ? GISA_OK : gs_merge_fail(r->merge, GISA_NO_MEMORY, "out of memory");
}

static gisa_status read_aspect(reading *r, const gs_pair *identity) {
  bool conflict;
  gs_aspect *aspect = r->checks ? NULL : gs_merge_aspect(r->merge, identity, &conflict);
  r->aspect = identity->key;
  if (aspect == NULL && !r->checks) return gs_merge_fail(r->merge, GISA_NO_MEMORY, "out of memory");
  walk w = walk_list(r->merge, gs_map_get(r->root, identity->key));
  gs_value *record;
  for (;;) {
    gisa_status status = walk_on(&w, &record);
    if (status == GISA_OK && record == NULL) return check_count(r, w.at);
    if (status == GISA_OK) status = gs_merge_check_record(r->merge, r->aspect, w.at - 1, record);
    if (status == GISA_OK) status = read_record(r, aspect, record, w.at - 1);
    if (status != GISA_OK) return status;
  }
}

static gisa_status read_all(reading *r) {
  const gs_value *identity = gs_map_get(r->root, "identity");
  r->by_id = gs_map(&r->merge->scratch);
  if (r->by_id == NULL) return gs_merge_fail(r->merge, GISA_NO_MEMORY, "out of memory");
  gisa_status status = read_documents(r);
  for (uint32_t i = 0; status == GISA_OK && i < identity->map.count; i++) status = read_aspect(r, &identity->map.pairs[i]);
  return status;
}

gisa_status gs_merge_add_merged(gisa_merge *merge, const gs_value *root) {
  gisa_status status = check_layout(merge, root);
  if (status != GISA_OK) return status;
  reading r = {.merge = merge, .root = root, .checks = true};
  status = read_all(&r);
  if (status != GISA_OK) return status;
  const gs_value *makers = gs_map_get(root, "made_with");
  for (uint32_t i = 0; i < makers->list.count; i++)
    if (!gs_merge_add_maker(merge, makers->list.items[i])) return gs_merge_fail(merge, GISA_NO_MEMORY, "out of memory");
  r.checks = false;
  return read_all(&r);
}
