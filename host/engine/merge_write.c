/* A merge as a tree:
 *
 *     gisa: 1                          the layout of results
 *     merged: 1                        the layout of merged ones
 *     made_with: [sha256:…]            by what; several where results come from different extractors or settings
 *     identity: {quotes: [text, speaker], …}   fields by which records of each extractor are one
 *     documents:                       those that a record or a failure names, by id
 *     - {id: …, digest: …, title: …, publisher: …, published_at: …, url: …, failed: {quotes: limit}}
 *     quotes:
 *     - text: …                        the fields of the form that agrees with most sources; of lists, all items
 *       speaker: …
 *       conflict: [speaker]            where another record says otherwise; it stands beside this one
 *       variants:                      fields in which sources differ: how many documents say what, and which of the sources
 *         text:
 *         - {value: …, count: 2, sources: [0, 2]}
 *       sources:                       counted from 0; with `digest` where documents share an id
 *       - {document: …, at: [1834, 2011]}
 *     records: {quotes: 1, …}          last: whatever comes without it was cut off
 *
 * Nothing that was stated is missing from it, so it can be read back as statements. A source that no variant of a field lists says nothing
 * in that field. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"

#define LAYOUT 1

static bool set(gs_arena *arena, gs_value *map, const char *key, gs_value *value) {
  return gs_map_set(arena, map, key, strlen(key), value);
}

static int compare_pairs(const gs_pair *a, const gs_pair *b) {
  return gs_spelling_compare((gs_spelling){a->key, a->key_length}, (gs_spelling){b->key, b->key_length});
}

static int compare_pair_pointers(const void *a, const void *b) {
  return compare_pairs(*(const gs_pair *const *)a, *(const gs_pair *const *)b);
}

/* The pairs of a map in the order of keys. NULL when memory is out. */
static const gs_pair **sort_pairs(gs_arena *arena, const gs_value *map) {
  const gs_pair **sorted = gs_arena_alloc(arena, (map->map.count + 1) * sizeof *sorted);
  for (uint32_t i = 0; sorted != NULL && i < map->map.count; i++) sorted[i] = &map->map.pairs[i];
  if (sorted != NULL) qsort(sorted, map->map.count, sizeof *sorted, compare_pair_pointers);
  return sorted;
}

static gs_value *sorted_map(gs_arena *arena, const gs_value *map) {
  const gs_pair **pairs = sort_pairs(arena, map);
  gs_value *sorted = pairs == NULL ? NULL : gs_map(arena);
  for (uint32_t i = 0; sorted != NULL && i < map->map.count; i++)
    if (!gs_map_set(arena, sorted, pairs[i]->key, pairs[i]->key_length, pairs[i]->value)) return NULL;
  if (sorted != NULL) sorted->flow = true;
  return sorted;
}

static gs_value *write_makers(gisa_merge *merge) {
  gs_arena *arena = &merge->scratch;
  const gs_pair **pairs = sort_pairs(arena, merge->made_with);
  gs_value *list = pairs == NULL ? NULL : gs_list(arena);
  for (uint32_t i = 0; list != NULL && i < merge->made_with->map.count; i++)
    if (!gs_list_add(arena, list, gs_string(arena, pairs[i]->key, pairs[i]->key_length))) return NULL;
  return list;
}

/* ---- Documents ---- */

/* Ranks are told apart by a key: id, NUL, digest. */
static int compare_documents(const void *a, const void *b) {
  const gs_merged_document *first = *(const gs_merged_document *const *)a, *second = *(const gs_merged_document *const *)b;
  return gs_spelling_compare((gs_spelling){first->id, (size_t)first->id_length + 1 + first->digest_length},
                             (gs_spelling){second->id, (size_t)second->id_length + 1 + second->digest_length});
}

static bool rank_documents(gisa_merge *merge, gs_ranked_documents *d) {
  gs_arena *arena = &merge->scratch;
  uint32_t count = merge->documents->map.count;
  d->by_rank = gs_arena_alloc(arena, (count + 1) * sizeof *d->by_rank);
  d->ranks = gs_arena_alloc(arena, (count + 1) * sizeof *d->ranks);
  d->shared_id = gs_arena_zeroed(arena, (count + 1) * sizeof *d->shared_id);
  d->count = count;
  if (d->by_rank == NULL || d->ranks == NULL || d->shared_id == NULL) return false;
  for (uint32_t i = 0; i < count; i++) d->by_rank[i] = (const gs_merged_document *)merge->documents->map.pairs[i].value;
  if (count > 1) qsort(d->by_rank, count, sizeof *d->by_rank, compare_documents);
  for (uint32_t i = 0; i < count; i++) {
    const gs_merged_document *document = d->by_rank[i], *before = i > 0 ? d->by_rank[i - 1] : NULL;
    d->ranks[document->number] = i;
    if (before != NULL && before->id_length == document->id_length && memcmp(before->id, document->id, document->id_length) == 0)
      d->shared_id[i - 1] = d->shared_id[i] = true;
  }
  return true;
}

typedef struct documents_writing {
  gisa_merge *merge;
  const gs_ranked_documents *documents;
  uint32_t at;
} documents_writing;

static gs_value *write_document(gs_arena *arena, const gs_merged_document *document) {
  gs_value *map = gs_map(arena), *facts = gs_unspell(arena, &document->facts);
  bool whole = map != NULL && facts != NULL && set(arena, map, "id", gs_string(arena, document->id, document->id_length)) &&
               set(arena, map, "digest", gs_string(arena, document->id + document->id_length + 1, document->digest_length));
  for (uint32_t i = 0; whole && i < facts->map.count; i++) {
    const gs_pair *pair = &facts->map.pairs[i];
    whole = gs_map_set(arena, map, pair->key, pair->key_length, pair->value);
  }
  if (whole && document->failed != NULL) whole = set(arena, map, "failed", sorted_map(arena, document->failed));
  return whole ? map : NULL;
}

static bool next_document(void *context, gs_value **item) {
  documents_writing *w = context;
  *item = NULL;
  if (w->at == w->documents->count) return true;
  gs_arena_reset(&w->merge->record);
  *item = write_document(&w->merge->record, w->documents->by_rank[w->at++]);
  return *item != NULL;
}

static gs_value *list_documents(gisa_merge *merge, const gs_ranked_documents *documents) {
  documents_writing *w = gs_arena_alloc(&merge->scratch, sizeof *w);
  if (w == NULL) return NULL;
  *w = (documents_writing){merge, documents, 0};
  return gs_items(&merge->scratch, next_document, w);
}

/* ---- The whole ---- */

static bool add_aspect(gisa_merge *merge, const gs_ranked_documents *documents, const gs_pair *named, gs_value *root, gs_value *counts) {
  gs_arena *arena = &merge->scratch;
  gs_aspect_writing *w = gs_arena_alloc(arena, sizeof *w);
  gs_value *written = gs_integer(arena, 0);
  if (w == NULL || written == NULL) return false;
  *w = (gs_aspect_writing){
      .merge = merge, .aspect = (const gs_aspect *)named->value, .documents = documents, .written = written};
  return set(arena, root, named->key, gs_items(arena, gs_merge_next_record, w)) && set(arena, counts, named->key, written);
}

gs_value *gs_merge_tree(gisa_merge *merge) {
  gs_arena *arena = &merge->scratch;
  gs_value *root = gs_map(arena), *identity = gs_map(arena), *counts = gs_map(arena);
  const gs_pair **aspects = sort_pairs(arena, merge->aspects);
  gs_ranked_documents *documents = gs_arena_alloc(arena, sizeof *documents);
  bool whole = root != NULL && identity != NULL && counts != NULL && aspects != NULL && documents != NULL &&
               rank_documents(merge, documents);
  if (whole) identity->flow = counts->flow = true;
  for (uint32_t i = 0; whole && i < merge->aspects->map.count; i++)
    whole = set(arena, identity, aspects[i]->key, aspects[i]->value);
  whole = whole && set(arena, root, "gisa", gs_integer(arena, LAYOUT)) &&
          set(arena, root, "merged", gs_integer(arena, GS_MERGED_LAYOUT)) &&
          set(arena, root, "made_with", write_makers(merge)) && set(arena, root, "identity", identity) &&
          set(arena, root, "documents", list_documents(merge, documents));
  for (uint32_t i = 0; whole && i < merge->aspects->map.count; i++)
    whole = add_aspect(merge, documents, aspects[i], root, counts);
  return whole && set(arena, root, "records", counts) ? root : NULL;
}
