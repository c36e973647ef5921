/* Which units are one record, and the order of records. */
#include <stdlib.h>

#include "engine/merge.h"

static gs_spelling spelling_of(const gs_form *form) {
  return (gs_spelling){form->fields.string.bytes, form->fields.string.length};
}

int gs_stated_compare(const void *a, const void *b) {
  const gs_stated *first = a, *second = b;
  if (first->place.document != second->place.document) return first->place.document < second->place.document ? -1 : 1;
  if (first->place.start != second->place.start) return first->place.start < second->place.start ? -1 : 1;
  if (first->place.stop != second->place.stop) return first->place.stop < second->place.stop ? -1 : 1;
  return gs_spelling_compare(spelling_of(first->form), spelling_of(second->form));
}

gs_stated *gs_cluster_list(gs_arena *arena, const gs_cluster *cluster, const uint32_t *ranks) {
  gs_stated *items = gs_arena_alloc(arena, (cluster->said + 1) * sizeof *items);
  uint32_t count = 0;
  if (items == NULL) return NULL;
  for (const gs_unit *unit = cluster->leader; unit != NULL; unit = unit->next) {
    for (uint32_t f = 0; f < unit->form_count; f++) {
      for (uint32_t p = 0; p < unit->forms[f]->count; p++) {
        gs_place place = unit->forms[f]->places[p];
        place.document = ranks[place.document];
        items[count++] = (gs_stated){place, unit->forms[f]};
      }
    }
  }
  if (count > 1) qsort(items, count, sizeof *items, gs_stated_compare);
  return items;
}

static int compare_within(const gs_cluster *a, const gs_cluster *b) {
  if (a->documents != b->documents) return a->documents > b->documents ? -1 : 1;
  int order = gs_stated_compare(&a->first, &b->first);
  return order != 0 ? order : (a->leader->order > b->leader->order) - (a->leader->order < b->leader->order);
}

/* What most documents say comes first, with what contradicts it behind it; then in the order of documents. */
static int compare_clusters(const void *a, const void *b) {
  const gs_cluster *first = *(const gs_cluster *const *)a, *second = *(const gs_cluster *const *)b;
  if (first->group == second->group) return compare_within(first, second);
  return compare_within(first->group, second->group);
}

/* Puts the units of each leader behind it, in their order. Returns how many leaders there are. */
static uint32_t link_units(gs_units *units) {
  uint32_t leaders = 0;
  for (uint32_t i = units->count; i-- > 0;) {
    gs_unit *unit = &units->items[i], *leader = unit->leader;
    leaders += unit == leader;
    if (unit == leader) continue;
    unit->next = leader->next;
    leader->next = unit;
  }
  return leaders;
}

static bool describe(gs_arena *brief, gs_cluster *cluster, const uint32_t *ranks) {
  for (const gs_unit *unit = cluster->leader; unit != NULL; unit = unit->next) cluster->said += unit->said;
  if (cluster->said == 0) return true;
  gs_arena_reset(brief);
  const gs_stated *items = gs_cluster_list(brief, cluster, ranks);
  if (items == NULL) return false;
  cluster->first = items[0];
  for (uint32_t s = 0; s < cluster->said; s++)
    cluster->documents += s == 0 || items[s].place.document != items[s - 1].place.document;
  return true;
}

/* Of those in conflict the one that most documents say stands for all. */
static void find_best(gs_cluster *clusters, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    gs_cluster *first = clusters[i].leader->group->cluster;
    if (first->best == NULL || compare_within(&clusters[i], first->best) < 0) first->best = &clusters[i];
  }
  for (uint32_t i = 0; i < count; i++) clusters[i].group = clusters[i].leader->group->cluster->best;
}

const gs_cluster **gs_clusters_sort(gs_arena *arena, gs_arena *brief, gs_units *units, const uint32_t *ranks, uint32_t *count) {
  uint32_t leaders = link_units(units);
  gs_cluster *clusters = gs_arena_zeroed(arena, (leaders + 1) * sizeof *clusters);
  const gs_cluster **sorted = gs_arena_alloc(arena, (leaders + 1) * sizeof *sorted);
  if (clusters == NULL || sorted == NULL) return NULL;
  *count = 0;
  for (uint32_t i = 0; i < units->count; i++) {
    gs_unit *unit = &units->items[i];
    if (unit->leader != unit) continue;
    unit->cluster = &clusters[*count];
    *unit->cluster = (gs_cluster){.leader = unit};
    if (!describe(brief, unit->cluster, ranks)) return NULL;
    sorted[(*count)++] = unit->cluster;
  }
  find_best(clusters, *count);
  if (*count > 1) qsort(sorted, *count, sizeof *sorted, compare_clusters);
  return sorted;
}
