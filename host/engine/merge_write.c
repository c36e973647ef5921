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

typedef struct ranked {
  const gs_pair *pair; /* its key is the id, NUL and the digest */
  gs_merged_document *document;
} ranked;

static bool set(gs_arena *arena, gs_value *map, const char *key, gs_value *value) {
  return gs_map_set(arena, map, key, strlen(key), value);
}

static int compare_pairs(const gs_pair *a, const gs_pair *b) {
  return gs_spelling_compare((gs_spelling){a->key, a->key_length}, (gs_spelling){b->key, b->key_length});
}

static int compare_ranked(const void *a, const void *b) {
  return compare_pairs(((const ranked *)a)->pair, ((const ranked *)b)->pair);
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

static gs_value *write_document(gs_arena *arena, const gs_merged_document *document) {
  gs_value *map = gs_map(arena);
  bool whole = map != NULL;
  for (uint32_t i = 0; whole && i < document->facts.map.count; i++) {
    const gs_pair *pair = &document->facts.map.pairs[i];
    whole = gs_map_set(arena, map, pair->key, pair->key_length, pair->value);
  }
  if (whole && document->failed.map.count > 0) whole = set(arena, map, "failed", sorted_map(arena, &document->failed));
  return whole ? map : NULL;
}

typedef struct documents {
  gs_merged_document **ranked;
  uint32_t *ranks;
  bool *shared_id;
} documents;

static bool rank_documents(gisa_merge *merge, documents *d, gs_value *list) {
  gs_arena *arena = &merge->scratch;
  uint32_t count = merge->documents->map.count;
  ranked *sorted = gs_arena_alloc(arena, (count + 1) * sizeof *sorted);
  d->ranked = gs_arena_alloc(arena, (count + 1) * sizeof(gs_merged_document *));
  d->ranks = gs_arena_alloc(arena, (count + 1) * sizeof *d->ranks);
  d->shared_id = gs_arena_zeroed(arena, (count + 1) * sizeof *d->shared_id);
  if (sorted == NULL || d->ranked == NULL || d->ranks == NULL || d->shared_id == NULL || list == NULL) return false;
  for (uint32_t i = 0; i < count; i++) {
    const gs_pair *pair = &merge->documents->map.pairs[i];
    sorted[i] = (ranked){pair, (gs_merged_document *)pair->value};
  }
  qsort(sorted, count, sizeof *sorted, compare_ranked);
  for (uint32_t i = 0; i < count; i++) {
    d->ranked[i] = sorted[i].document;
    d->ranks[sorted[i].document->number] = i;
    bool same = i > 0 && gs_value_equal(gs_map_get(&d->ranked[i - 1]->facts, "id"), gs_map_get(&d->ranked[i]->facts, "id"));
    if (same) d->shared_id[i - 1] = d->shared_id[i] = true;
    if (!gs_list_add(arena, list, write_document(arena, d->ranked[i]))) return false;
  }
  return true;
}

static bool write_aspects(gisa_merge *merge, gs_value *root, const documents *d, const gs_pair **aspects) {
  gs_arena *arena = &merge->scratch;
  gs_value *counts = gs_map(arena);
  bool whole = counts != NULL;
  for (uint32_t i = 0; whole && i < merge->aspects->map.count; i++) {
    const gs_aspect *aspect = (const gs_aspect *)aspects[i]->value;
    gs_value *records = gs_merge_records(arena, aspect, d->ranked, d->ranks, d->shared_id);
    whole = set(arena, root, aspects[i]->key, records) &&
            set(arena, counts, aspects[i]->key, gs_integer(arena, records->list.count));
  }
  if (whole) counts->flow = true;
  return whole && set(arena, root, "records", counts);
}

gs_value *gs_merge_tree(gisa_merge *merge) {
  gs_arena *arena = &merge->scratch;
  gs_value *root = gs_map(arena), *identity = gs_map(arena), *listed = gs_list(arena);
  const gs_pair **aspects = sort_pairs(arena, merge->aspects);
  documents d;
  bool whole = root != NULL && identity != NULL && aspects != NULL && rank_documents(merge, &d, listed);
  if (whole) identity->flow = true;
  for (uint32_t i = 0; whole && i < merge->aspects->map.count; i++)
    whole = gs_map_set(arena, identity, aspects[i]->key, aspects[i]->key_length, aspects[i]->value);
  whole = whole && set(arena, root, "gisa", gs_integer(arena, LAYOUT)) &&
          set(arena, root, "merged", gs_integer(arena, GS_MERGED_LAYOUT)) &&
          set(arena, root, "made_with", write_makers(merge)) && set(arena, root, "identity", identity) &&
          set(arena, root, "documents", listed);
  return whole && write_aspects(merge, root, &d, aspects) ? root : NULL;
}
