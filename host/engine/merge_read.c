/* A result as statements. */
#include <string.h>

#include "engine/merge.h"

/* The layout of results that is read; see host/engine/result.c. */
#define LAYOUT 1

bool gs_is_string(const gs_value *value) {
  return value != NULL && value->kind == GS_STRING;
}

static bool read_offset(const gs_value *value, uint32_t *offset) {
  if (value->kind != GS_INTEGER || value->integer < 0 || value->integer > UINT32_MAX) return false;
  *offset = (uint32_t)value->integer;
  return true;
}

bool gs_read_place(const gs_value *value, gs_place *place) {
  return value != NULL && value->kind == GS_LIST && value->list.count == 2 &&
         read_offset(value->list.items[0], &place->start) && read_offset(value->list.items[1], &place->stop);
}

/* Keys of a merged result that are none of its extractors. */
static bool is_own_key(const char *name) {
  static const char *const own[] = {"gisa", "merged", "made_with", "identity", "documents", "records"};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    if (strcmp(own[i], name) == 0) return true;
  return false;
}

gisa_status gs_merge_check_record(gisa_merge *merge, const char *aspect, uint32_t number, const gs_value *record) {
  if (record->kind == GS_MAP && gs_is_spellable(record)) return GISA_OK;
  return gs_merge_fail(merge, GISA_USAGE, "record %u of `%s` is none", number + 1, aspect);
}

static gisa_status check_aspect(gisa_merge *merge, const gs_pair *identity, const gs_value *records) {
  const char *name = identity->key;
  if (strlen(name) != identity->key_length) return gs_merge_fail(merge, GISA_USAGE, "the name `%s` of an extractor goes on with a NUL", name);
  if (is_own_key(name)) return gs_merge_fail(merge, GISA_USAGE, "an extractor is called `%s`, a name that merging needs", name);
  bool listed = identity->value->kind == GS_LIST && identity->value->list.count > 0;
  for (uint32_t i = 0; listed && i < identity->value->list.count; i++) listed = gs_is_string(identity->value->list.items[i]);
  if (!listed) return gs_merge_fail(merge, GISA_USAGE, "the identity of `%s` is no list of fields", name);
  if (records == NULL || (records->kind != GS_LIST && records->kind != GS_ITEMS))
    return gs_merge_fail(merge, GISA_USAGE, "there is no list of `%s`; is the result whole?", name);
  gisa_status status = GISA_OK;
  for (uint32_t i = 0; records->kind == GS_LIST && status == GISA_OK && i < records->list.count; i++)
    status = gs_merge_check_record(merge, name, i, records->list.items[i]);
  return status;
}

gisa_status gs_merge_check_records(gisa_merge *merge, const gs_value *root, const gs_value *identity) {
  if (identity == NULL || identity->kind != GS_MAP)
    return gs_merge_fail(merge, GISA_USAGE, "a result without `identity` can't be merged");
  for (uint32_t i = 0; i < identity->map.count; i++) {
    const gs_pair *pair = &identity->map.pairs[i];
    gisa_status status = check_aspect(merge, pair, gs_map_find(root, pair->key, pair->key_length));
    if (status != GISA_OK) return status;
    const gs_aspect *known = (const gs_aspect *)gs_map_find(merge->aspects, pair->key, pair->key_length);
    if (known != NULL && !gs_value_equal(&known->identity, pair->value))
      return gs_merge_fail(merge, GISA_USAGE,
                           "`%s` comes from another version of this extractor, to which other records are the same; "
                           "make the results again with one version",
                           pair->key);
  }
  return GISA_OK;
}

/* What a merge says in records of its own can't be a field's name. */
static bool is_reserved(const char *name) {
  return strcmp(name, "variants") == 0 || strcmp(name, "sources") == 0 || strcmp(name, "conflict") == 0;
}

static gisa_status check_places(gisa_merge *merge, const gs_pair *identity, const gs_value *records) {
  for (uint32_t i = 0; i < records->list.count; i++) {
    const gs_value *record = records->list.items[i];
    gs_place place;
    if (!gs_read_place(gs_map_get(record, "at"), &place))
      return gs_merge_fail(merge, GISA_USAGE, "record %u of `%s` has no place `at`", i + 1, identity->key);
    for (uint32_t f = 0; f < record->map.count; f++)
      if (is_reserved(record->map.pairs[f].key))
        return gs_merge_fail(merge, GISA_USAGE, "`%s` has a field `%s`, a name that merging needs", identity->key,
                             record->map.pairs[f].key);
  }
  return GISA_OK;
}

/* The last key of a result is there too, so it was not cut off. */
static gisa_status check_result(gisa_merge *merge, const gs_value *root) {
  const gs_value *identity = gs_map_get(root, "identity"), *statuses = gs_map_get(root, "extractors");
  const gs_value *digest = gs_map_get(gs_map_get(root, "source"), "digest"), *article = gs_map_get(root, "article");
  if (!gs_is_string(digest) || article == NULL || article->kind != GS_MAP || statuses == NULL || statuses->kind != GS_MAP ||
      gs_map_get(root, "diagnostics") == NULL)
    return gs_merge_fail(merge, GISA_USAGE, "parts of the result are missing; is it whole?");
  gisa_status status = gs_merge_check_records(merge, root, identity);
  for (uint32_t i = 0; status == GISA_OK && i < identity->map.count; i++)
    status = check_places(merge, &identity->map.pairs[i], gs_map_get(root, identity->map.pairs[i].key));
  return status;
}

/* What a merged result says of the document. One without an id goes by its digest. NULL when memory is out. */
static gs_value *facts_of(gs_arena *arena, const gs_value *root) {
  static const char *const named[] = {"title", "publisher", "published_at", "url"};
  const gs_value *article = gs_map_get(root, "article");
  gs_value *facts = gs_map(arena), *id = gs_map_get(article, "id"), *digest = gs_map_get(gs_map_get(root, "source"), "digest");
  bool whole = facts != NULL && gs_map_set(arena, facts, "id", 2, gs_is_string(id) ? id : digest) &&
               gs_map_set(arena, facts, "digest", 6, digest);
  for (size_t i = 0; whole && i < sizeof named / sizeof *named; i++) {
    gs_value *fact = gs_map_get(article, named[i]);
    whole = gs_map_set(arena, facts, named[i], strlen(named[i]), fact != NULL ? fact : gs_null(arena));
  }
  return whole ? facts : NULL;
}

static bool is_failure(const gs_value *status) {
  return gs_is_string(status) && (strcmp(status->string.bytes, "error") == 0 || strcmp(status->string.bytes, "limit") == 0);
}

/* Of two statuses the one that is first in the alphabet stays, in whatever order they come. */
bool gs_merge_add_failure(gisa_merge *merge, gs_merged_document *document, const gs_pair *failure) {
  if (document->failed == NULL && (document->failed = gs_map(&merge->kept)) == NULL) return false;
  const gs_value *known = gs_map_find(document->failed, failure->key, failure->key_length);
  if (known != NULL && strcmp(known->string.bytes, failure->value->string.bytes) <= 0) return true;
  return gs_map_set(&merge->kept, document->failed, failure->key, failure->key_length, gs_value_copy(&merge->kept, failure->value));
}

bool gs_merge_add_maker(gisa_merge *merge, const gs_value *maker) {
  const char *digest = maker->string.bytes;
  size_t length = strcspn(digest, "+"); /* what stands behind it is the input's */
  return gs_map_find(merge->made_with, digest, length) != NULL ||
         gs_map_set(&merge->kept, merge->made_with, digest, length, gs_null(&merge->kept));
}

static bool has_statements(const gs_value *root, const gs_value *identity, const gs_value *statuses) {
  for (uint32_t i = 0; i < identity->map.count; i++)
    if (gs_map_get(root, identity->map.pairs[i].key)->list.count > 0) return true;
  for (uint32_t i = 0; i < statuses->map.count; i++)
    if (is_failure(statuses->map.pairs[i].value)) return true;
  return false;
}

static bool add_record(gisa_merge *merge, gs_aspect *aspect, const gs_value *record, uint32_t document) {
  gs_value *fields = gs_map(&merge->scratch);
  gs_place place = {.document = document};
  gs_read_place(gs_map_get(record, "at"), &place);
  for (uint32_t i = 0; fields != NULL && i < record->map.count; i++) {
    const gs_pair *pair = &record->map.pairs[i];
    if (strcmp(pair->key, "at") == 0) continue;
    if (!gs_map_set(&merge->scratch, fields, pair->key, pair->key_length, pair->value)) return false;
  }
  return fields != NULL && gs_merge_state(merge, aspect, fields, place);
}

static bool add_aspects(gisa_merge *merge, const gs_value *root, const gs_merged_document *document) {
  const gs_value *identity = gs_map_get(root, "identity");
  for (uint32_t i = 0; i < identity->map.count; i++) {
    bool conflict;
    gs_aspect *aspect = gs_merge_aspect(merge, &identity->map.pairs[i], &conflict);
    const gs_value *records = gs_map_get(root, identity->map.pairs[i].key);
    if (aspect == NULL) return false;
    for (uint32_t r = 0; r < records->list.count; r++)
      if (!add_record(merge, aspect, records->list.items[r], document->number)) return false;
  }
  return true;
}

static bool add_result(gisa_merge *merge, const gs_value *root) {
  const gs_value *identity = gs_map_get(root, "identity"), *statuses = gs_map_get(root, "extractors");
  const gs_value *maker = gs_map_get(root, "made_with");
  gs_merged_document none = {0}, *document = &none;
  if (gs_is_string(maker) && !gs_merge_add_maker(merge, maker)) return false;
  /* A document of which there is nothing to say leaves nothing: memory grows with what is said. */
  if (has_statements(root, identity, statuses)) {
    const gs_value *facts = facts_of(&merge->scratch, root);
    document = facts == NULL ? NULL : gs_merge_document(merge, facts);
  }
  for (uint32_t i = 0; document != NULL && i < statuses->map.count; i++)
    if (is_failure(statuses->map.pairs[i].value) && !gs_merge_add_failure(merge, document, &statuses->map.pairs[i])) return false;
  return document != NULL && add_aspects(merge, root, document);
}

gisa_status gs_merge_add_tree(gisa_merge *merge, const gs_value *root) {
  const gs_value *layout = gs_map_get(root, "gisa");
  if (layout == NULL || layout->kind != GS_INTEGER) return gs_merge_fail(merge, GISA_USAGE, "is no result of gisa");
  if (layout->integer != LAYOUT)
    return gs_merge_fail(merge, GISA_USAGE, "is a result of layout %lld; this gisa reads %d", (long long)layout->integer, LAYOUT);
  if (gs_map_get(root, "merged") != NULL) return gs_merge_add_merged(merge, root);
  const gs_value *error = gs_map_get(root, "error");
  if (gs_is_string(error)) return gs_merge_fail(merge, GISA_USAGE, "is no result but an error: %s", error->string.bytes);
  gisa_status status = check_result(merge, root);
  if (status != GISA_OK) return status;
  return add_result(merge, root) ? GISA_OK : gs_merge_fail(merge, GISA_NO_MEMORY, "out of memory");
}
