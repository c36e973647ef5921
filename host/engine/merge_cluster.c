/* Units that say the same in a few other words, and units that contradict each other.
 *
 * Units come in an order in which better ones stand first. Each joins the first leader that it is like, or leads itself: so whatever is in a
 * record is like the one text that the record shows, and no chain of small steps leads from one statement to another. */
#include <stdlib.h>
#include <string.h>

#include "engine/merge.h"
#include "text/utf8.h"

/* Two texts are like each other when of their pairs of neighbouring syllables four in five are the same (Dice). Reprints of a
 * sentence with an ending or a word changed have more; two statements on one matter seldom have half. */
#define LIKE_OVER  4
#define LIKE_UNDER 5

/* With Dice ≥ t, one of two like texts has at least t/(2-t) of its pairs in the other: 4/6. So when both leave out but the rarest third of
 * their pairs, and one more, they still share one (the prefix filter of similarity joins), and only those that do are compared. */
static uint32_t prefix_length(uint32_t count) {
  return count - (count * LIKE_OVER + (2 * LIKE_UNDER - LIKE_OVER) - 1) / (2 * LIKE_UNDER - LIKE_OVER) + 1;
}

/* A leader that has a gram in its prefix. */
typedef struct posting {
  uint32_t leader; /* its order */
  uint32_t next;   /* the place of the next posting of this gram; 0: none */
} posting;

static bool have_like_grams(const gs_unit *a, const gs_unit *b) {
  uint32_t shared = 0;
  for (uint32_t i = 0, j = 0; i < a->gram_count && j < b->gram_count;) {
    if (a->grams[i] == b->grams[j]) shared++, i++, j++;
    else if (a->grams[i] < b->grams[j]) i++;
    else j++;
  }
  return (uint64_t)shared * 2 * LIKE_UNDER >= (uint64_t)(a->gram_count + b->gram_count) * LIKE_OVER;
}

/* How many identity fields but the prose say otherwise; *which is the last of them. A text that one leaves open (who spoke) does not differ, a
 * number does. */
static uint32_t count_differences(const gs_unit *a, const gs_unit *b, uint32_t key_count, uint32_t *which) {
  uint32_t count = 0;
  for (uint32_t k = 0; k < key_count; k++) {
    const gs_key *first = &a->keys[k], *second = &b->keys[k];
    if (k == a->prose || gs_key_compare(first, second) == 0) continue;
    if ((first->absent && !second->number) || (second->absent && !first->number)) continue;
    *which = k;
    count++;
  }
  return count;
}

static gs_unit *group_of(gs_unit *leader) {
  while (leader->group != leader) leader = leader->group;
  return leader;
}

static void contradict(gs_unit *a, gs_unit *b, uint32_t field) {
  a = a->leader;
  b = b->leader;
  if (a == b || field >= 64) return;
  a->conflict |= UINT64_C(1) << field;
  b->conflict |= UINT64_C(1) << field;
  gs_unit *first = group_of(a), *second = group_of(b);
  if (first->order < second->order) second->group = first;
  else first->group = second;
}

/* Statements contradict each other that differ in a number, or of which the words are the same and not who said them. */
static bool is_contradiction(const gs_unit *a, const gs_unit *b, uint32_t field) {
  bool numbers = a->keys[field].number && b->keys[field].number;
  return numbers || (a->prose == 0 && !a->keys[field].absent && !b->keys[field].absent);
}

typedef struct joining {
  gs_units *units;
  uint32_t *first;   /* by the number of a gram: the place of its first posting */
  posting *postings; /* from 1 */
  uint32_t posting_count;
} joining;

/* Joins the unit to the first leader in order that it is like, and marks those that contradict it. */
static void find_leader(joining *j, gs_unit *unit) {
  gs_unit *best = unit;
  for (uint32_t g = 0; g < prefix_length(unit->gram_count); g++) {
    for (uint32_t p = j->first[unit->grams[g]]; p != 0; p = j->postings[p].next) {
      gs_unit *leader = &j->units->items[j->postings[p].leader];
      uint32_t which = 0;
      if (leader->order >= best->order) continue;
      if (count_differences(unit, leader, j->units->key_count, &which) == 0 && have_like_grams(unit, leader)) best = leader;
    }
  }
  unit->leader = best;
}

static void find_contradictions(joining *j, gs_unit *unit) {
  for (uint32_t g = 0; g < prefix_length(unit->gram_count); g++) {
    for (uint32_t p = j->first[unit->grams[g]]; p != 0; p = j->postings[p].next) {
      gs_unit *leader = &j->units->items[j->postings[p].leader];
      uint32_t which = 0;
      if (leader == unit) continue;
      if (count_differences(unit, leader, j->units->key_count, &which) == 1 && is_contradiction(unit, leader, which) &&
          have_like_grams(unit, leader))
        contradict(unit, leader, which);
    }
  }
}

static void lead(joining *j, const gs_unit *unit) {
  for (uint32_t g = 0; g < prefix_length(unit->gram_count); g++) {
    uint32_t *first = &j->first[unit->grams[g]];
    j->postings[++j->posting_count] = (posting){unit->order, *first};
    *first = j->posting_count;
  }
}

/* Those that may be alike, in order. */
static void join_comparable(joining *j, const gs_comparable *items, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    find_leader(j, items[i].unit);
    if (items[i].unit->leader == items[i].unit) lead(j, items[i].unit);
  }
  for (uint32_t i = 0; i < count; i++)
    if (items[i].unit->leader == items[i].unit) find_contradictions(j, items[i].unit);
  for (uint32_t i = 0; i < count; i++)
    for (uint32_t g = 0; g < prefix_length(items[i].unit->gram_count); g++) j->first[items[i].unit->grams[g]] = 0;
  j->posting_count = 0;
}

static size_t count_prefixes(const gs_comparable *items, uint32_t count) {
  size_t prefixes = 0;
  for (uint32_t i = 0; i < count; i++) prefixes += prefix_length(items[i].unit->gram_count);
  return prefixes;
}

static bool join_prose(gs_arena *brief, joining *j, uint32_t different) {
  uint32_t count;
  gs_arena_reset(brief);
  const gs_comparable *items = gs_comparables_sort(brief, j->units, &count);
  size_t most = items == NULL ? 0 : count_prefixes(items, count);
  j->first = gs_arena_zeroed(brief, (different + 1) * sizeof *j->first);
  j->postings = most < UINT32_MAX ? gs_arena_alloc(brief, (most + 1) * sizeof *j->postings) : NULL;
  if (items == NULL || j->first == NULL || j->postings == NULL) return false;
  for (uint32_t i = 0, end; i < count; i = end) {
    for (end = i + 1; end < count && gs_comparable_compare(&items[i], &items[end]) == 0; end++) {}
    if (end - i > 1) join_comparable(j, items + i, end - i);
  }
  return true;
}

/* Units that agree in all but the number in field, with everything named before it there: "A scored 72 in B" and "A scored 75 in B". */
typedef struct figure {
  gs_unit *unit;
  uint32_t field, key_count;
} figure;

static int compare_figures(const void *a, const void *b) {
  const figure *first = a, *second = b;
  for (uint32_t k = 0; k < first->key_count; k++) {
    int order = k == first->field ? 0 : gs_key_compare(&first->unit->keys[k], &second->unit->keys[k]);
    if (order != 0) return order;
  }
  return first->unit->order < second->unit->order ? -1 : 1;
}

static bool is_figure(const gs_unit *unit, uint32_t field) {
  if (field == 0 || !unit->keys[field].number) return false;
  for (uint32_t k = 0; k < field; k++)
    if (unit->keys[k].absent) return false;
  return true;
}

static bool agree_but_for_figure(const figure *a, const figure *b) {
  for (uint32_t k = 0; k < a->key_count; k++)
    if (k != a->field && gs_key_compare(&a->unit->keys[k], &b->unit->keys[k]) != 0) return false;
  return true;
}

static bool compare_numbers_said(gs_arena *arena, gs_units *units, uint32_t field) {
  figure *figures = gs_arena_alloc(arena, (units->count + 1) * sizeof *figures);
  uint32_t count = 0;
  if (figures == NULL) return false;
  for (uint32_t i = 0; i < units->count; i++)
    if (is_figure(&units->items[i], field)) figures[count++] = (figure){&units->items[i], field, units->key_count};
  qsort(figures, count, sizeof *figures, compare_figures);
  for (uint32_t i = 1; i < count; i++)
    if (agree_but_for_figure(&figures[i - 1], &figures[i])) contradict(figures[i - 1].unit, figures[i].unit, field);
  return true;
}

bool gs_units_join(gs_arena *arena, gs_arena *brief, gs_units *units) {
  joining j = {.units = units};
  uint32_t different;
  if (!gs_grams_build(arena, brief, units, &different) || !join_prose(brief, &j, different)) return false;
  for (uint32_t k = 0; k < units->key_count; k++) {
    gs_arena_reset(brief);
    if (!compare_numbers_said(brief, units, k)) return false;
  }
  for (uint32_t i = 0; i < units->count; i++) units->items[i].group = group_of(units->items[i].leader);
  return true;
}
