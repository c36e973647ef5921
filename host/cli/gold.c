#include "cli/gold.h"

#include <string.h>

#include "cli/gold_rule.h"

cli_score cli_score_of(const cli_tally *t) {
  cli_score s = {1, 1, 0};
  if (t->right + t->extra > 0) s.precision = (double)t->right / (double)(t->right + t->extra);
  if (t->right + t->missed > 0) s.recall = (double)t->right / (double)(t->right + t->missed);
  if (s.precision + s.recall > 0) s.f1 = 2 * s.precision * s.recall / (s.precision + s.recall);
  return s;
}

static cli_aspect *aspect_named(cli_scoring *scoring, const char *name) {
  for (size_t i = 0; i < scoring->aspect_count; i++)
    if (strcmp(scoring->aspects[i].name, name) == 0) return &scoring->aspects[i];
  if (scoring->aspect_count == CLI_MAX_ASPECTS) return NULL;
  cli_aspect *added = &scoring->aspects[scoring->aspect_count++];
  *added = (cli_aspect){.name = name};
  return added;
}

void cli_scoring_open(cli_scoring *scoring, cli_mistake_fn *mistake, void *context) {
  static const char *const core[] = {"quotes", "attribution", "attendees", "roles", "attendance", "benchmarks"};
  memset(scoring, 0, sizeof *scoring);
  scoring->mistake = mistake;
  scoring->context = context;
  for (size_t i = 0; i < sizeof core / sizeof core[0]; i++) aspect_named(scoring, core[i]);
}

static void report(const cli_scoring *scoring, const char *aspect, const gs_value *wanted, const gs_value *got) {
  scoring->mistake(scoring->context, &(cli_mistake){aspect, wanted, got});
}

/* The records of an aspect of one article, paired: partner[i] is what was found for gold record i, NULL where nothing was. */
typedef struct pairing {
  const gs_value *gold, *found;
  const gs_value **partner;
  bool *used; /* of found */
} pairing;

static void pair_up(gs_arena *arena, pairing *p, cli_rule *rule) {
  /* Those that must be found choose first. */
  for (int optional = 0; optional < 2; optional++)
    for (uint32_t g = 0; g < p->gold->list.count; g++) {
      const gs_value *gold = p->gold->list.items[g];
      if (cli_is_optional(gold) != (optional == 1)) continue;
      for (uint32_t i = 0; p->partner[g] == NULL && i < p->found->list.count; i++)
        if (!p->used[i] && rule(arena, gold, p->found->list.items[i])) {
          p->used[i] = true;
          p->partner[g] = p->found->list.items[i];
        }
    }
}

static cli_gold_field *field_named(cli_aspect *aspect, const char *name) {
  for (size_t f = 0; f < aspect->field_count; f++)
    if (strcmp(aspect->fields[f].name, name) == 0) return &aspect->fields[f];
  if (aspect->field_count == CLI_MAX_GOLD_FIELDS) return NULL;
  aspect->fields[aspect->field_count] = (cli_gold_field){.name = name};
  return &aspect->fields[aspect->field_count++];
}

static void count_value(cli_tally *tally, bool wanted, bool got, bool right) {
  if (wanted && got && right) tally->right++;
  if (wanted && !(got && right)) tally->missed++;
  if (got && !(wanted && right)) tally->extra++;
}

/* Counts the fields that gold lists. Returns whether all are right letter for letter. */
static bool count_fields(gs_arena *arena, cli_aspect *aspect, const gs_value *gold, const gs_value *found) {
  bool all = true;
  for (uint32_t i = 0; i < gold->map.count; i++) {
    const char *key = gold->map.pairs[i].key;
    cli_gold_field *field = cli_is_remark(key) ? NULL : field_named(aspect, key);
    if (field == NULL) continue;
    bool wanted = cli_is_given(gold->map.pairs[i].value), got = found != NULL && cli_is_given(gs_map_get(found, key));
    bool strict = found != NULL && cli_field_is_right(arena, gold, found, key, true);
    all = all && strict;
    /* Of two that are right, one may be null. */
    if (strict && wanted != got) continue;
    count_value(&field->strict, wanted, got, strict);
    count_value(&field->lenient, wanted, got, found != NULL && cli_field_is_right(arena, gold, found, key, false));
  }
  return all;
}

static void count_extra_fields(cli_aspect *aspect, const gs_value *found) {
  for (size_t f = 0; f < aspect->field_count; f++) {
    if (!cli_is_given(gs_map_get(found, aspect->fields[f].name))) continue;
    aspect->fields[f].strict.extra++;
    aspect->fields[f].lenient.extra++;
  }
}

static void count_records(cli_scoring *scoring, cli_aspect *aspect, const pairing *p) {
  for (uint32_t g = 0; g < p->gold->list.count; g++) {
    const gs_value *gold = p->gold->list.items[g], *found = p->partner[g];
    if (cli_is_optional(gold)) continue;
    bool all = count_fields(scoring->arena, aspect, gold, found) && found != NULL;
    count_value(&aspect->strict, true, found != NULL, all);
    count_value(&aspect->tally, true, found != NULL, true);
    if (found == NULL) report(scoring, aspect->name, gold, NULL);
  }
  for (uint32_t i = 0; i < p->found->list.count; i++) {
    if (p->used[i]) continue;
    aspect->tally.extra++;
    aspect->strict.extra++;
    count_extra_fields(aspect, p->found->list.items[i]);
    report(scoring, aspect->name, NULL, p->found->list.items[i]);
  }
}

/* attribution: the text is found and the speaker right, so a wrong speaker is missed and extra. */
static void count_attribution(cli_scoring *scoring, const pairing *p) {
  cli_aspect *aspect = aspect_named(scoring, "attribution");
  for (uint32_t g = 0; g < p->gold->list.count; g++) {
    const gs_value *gold = p->gold->list.items[g], *found = p->partner[g];
    if (cli_is_optional(gold)) continue;
    bool right = found != NULL && cli_speaker_is_right(scoring->arena, gold, found);
    count_value(&aspect->tally, true, found != NULL, right);
    if (found != NULL && !right) report(scoring, aspect->name, gold, found);
  }
  for (uint32_t i = 0; i < p->found->list.count; i++) aspect->tally.extra += !p->used[i];
}

/* roles: of the attendees that were found and have one. */
static void count_roles(cli_scoring *scoring, const pairing *p) {
  cli_aspect *aspect = aspect_named(scoring, "roles");
  for (uint32_t g = 0; g < p->gold->list.count; g++) {
    const gs_value *gold = p->gold->list.items[g], *found = p->partner[g];
    if (found == NULL || cli_is_optional(gold) || !cli_is_given(gs_map_get(gold, "role"))) continue;
    bool right = cli_role_is_right(scoring->arena, gold, found);
    count_value(&aspect->tally, true, true, right);
    if (!right) report(scoring, aspect->name, gold, found);
  }
}

static void score_aspect(cli_scoring *scoring, const char *name, const gs_value *gold, const gs_value *found) {
  static const gs_value none = {.kind = GS_LIST};
  cli_aspect *aspect = aspect_named(scoring, name);
  if (found == NULL || found->kind != GS_LIST) found = &none;
  pairing p = {.gold = gold, .found = found};
  p.partner = gs_arena_zeroed(scoring->arena, (gold->list.count + 1) * sizeof *p.partner);
  p.used = gs_arena_zeroed(scoring->arena, found->list.count + 1);
  if (aspect == NULL || p.partner == NULL || p.used == NULL) return;
  pair_up(scoring->arena, &p, cli_rule_of(name));
  count_records(scoring, aspect, &p);
  if (strcmp(name, "quotes") == 0) count_attribution(scoring, &p);
  if (strcmp(name, "attendees") == 0) count_roles(scoring, &p);
}

void cli_score_article(cli_scoring *scoring, gs_arena *arena, const gs_value *gold, const gs_value *result) {
  scoring->arena = arena;
  for (uint32_t i = 0; i < gold->map.count; i++) {
    const gs_pair *pair = &gold->map.pairs[i];
    if (pair->value->kind == GS_LIST) score_aspect(scoring, pair->key, pair->value, gs_map_get(result, pair->key));
  }
}
