/* The difference between the records that a case expects and those that came. */
#include <stdlib.h>
#include <string.h>

#include "cli/align.h"
#include "cli/case.h"
#include "cli/paint.h"

static const gs_value nothing = {.kind = GS_NULL};

/* Whether two values are one to a reader of cases: 104 and 104.0 are, and null is as good as absent. */
static bool same(const gs_value *a, const gs_value *b) {
  bool a_null = a == NULL || a->kind == GS_NULL, b_null = b == NULL || b->kind == GS_NULL;
  if (a_null || b_null) return a_null == b_null;
  if (a->kind == GS_INTEGER && b->kind == GS_NUMBER) return (double)a->integer == b->number;
  if (a->kind == GS_NUMBER && b->kind == GS_INTEGER) return a->number == (double)b->integer;
  return gs_value_equal(a, b);
}

static uint32_t agreeing(const gs_value *expected, const gs_value *record) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < expected->map.count; i++)
    count += same(expected->map.pairs[i].value, gs_map_get(record, expected->map.pairs[i].key));
  return count;
}

int cli_record_agrees(const gs_value *expected, const gs_value *record) {
  return agreeing(expected, record) == expected->map.count;
}

/* A field that is absent in both makes no record like another. */
static unsigned likeness(const gs_value *expected, const gs_value *record) {
  if (cli_record_agrees(expected, record)) return 1000;
  unsigned count = 0;
  for (uint32_t i = 0; i < expected->map.count; i++) {
    const gs_pair *pair = &expected->map.pairs[i];
    if (pair->value->kind != GS_NULL && same(pair->value, gs_map_get(record, pair->key))) count++;
  }
  return count < 100 ? count * 10 : 999;
}

int cli_records_agree(const gs_value *expected, const gs_value *records) {
  if (expected->list.count != records->list.count) return 0;
  for (uint32_t i = 0; i < expected->list.count; i++)
    if (!cli_record_agrees(expected->list.items[i], records->list.items[i])) return 0;
  return 1;
}

static void print_record(FILE *out, uint32_t number, const gs_value *expected, const gs_value *record, int colour) {
  fprintf(out, "    record %u\n", number + 1);
  for (uint32_t i = 0; i < expected->map.count; i++) {
    const gs_pair *pair = &expected->map.pairs[i];
    const gs_value *got = gs_map_get(record, pair->key);
    if (!same(pair->value, got)) cli_print_change(out, colour, "      ", pair->key, pair->value, got == NULL ? &nothing : got);
  }
}

static void print_missing(FILE *out, uint32_t number, const gs_value *expected, int colour) {
  fprintf(out, "    record %u is missing\n", number + 1);
  cli_print_change(out, colour, "      ", NULL, expected, NULL);
}

static void print_new(FILE *out, uint32_t number, const gs_value *record, int colour) {
  fprintf(out, "    record %u was not expected\n", number + 1);
  cli_print_change(out, colour, "      ", NULL, NULL, record);
}

/* For each expected record the one that stands for it. NULL when memory is out. */
static uint32_t *pair_up(const gs_value *expected, const gs_value *records) {
  uint32_t *partner = calloc((size_t)expected->list.count + 1, sizeof *partner);
  if (partner == NULL || cli_align(expected, records, likeness, partner) != 0) return free(partner), NULL;
  return partner;
}

void cli_print_difference(FILE *out, const gs_value *expected, const gs_value *records, int colour) {
  uint32_t *partner = pair_up(expected, records), next = 0;
  if (partner == NULL) {
    fputs("    out of memory\n", out);
    return;
  }
  for (uint32_t i = 0; i < expected->list.count; i++) {
    const gs_value *wanted = expected->list.items[i];
    if (partner[i] == CLI_NOT_ALIGNED) {
      print_missing(out, i, wanted, colour);
      continue;
    }
    for (; next < partner[i]; next++) print_new(out, next, records->list.items[next], colour);
    const gs_value *record = records->list.items[next++];
    if (!cli_record_agrees(wanted, record)) print_record(out, i, wanted, record, colour);
  }
  for (; next < records->list.count; next++) print_new(out, next, records->list.items[next], colour);
  free(partner);
}

/* The fields of a record that a case would list. like: the expected record in whose place it stands, or NULL; flow: the style
 * of one that has none. */
static gs_value *pick_fields(gs_arena *arena, const gs_value *like, const gs_value *record, bool flow) {
  gs_value *map = gs_map(arena);
  bool whole = map != NULL;
  if (whole) map->flow = like == NULL ? flow : like->flow;
  const gs_value *keys = like == NULL ? record : like;
  for (uint32_t i = 0; whole && i < keys->map.count; i++) {
    const gs_pair *pair = &keys->map.pairs[i];
    gs_value *value = gs_map_get(record, pair->key);
    if (like == NULL && (strcmp(pair->key, "at") == 0 || value->kind == GS_NULL)) continue;
    if (value != NULL && value->kind == GS_LIST) value->flow = true;
    whole = gs_map_set(arena, map, pair->key, pair->key_length, value == NULL ? gs_null(arena) : value);
  }
  return whole ? map : NULL;
}

gs_value *cli_expect_records(gs_arena *arena, const gs_value *expected, const gs_value *records) {
  static const gs_value none = {.kind = GS_LIST};
  if (expected == NULL) expected = &none;
  gs_value *list = gs_list(arena);
  uint32_t *partner = pair_up(expected, records), next = 0;
  bool whole = partner != NULL && list != NULL;
  bool flow = expected->list.count == 0 || expected->list.items[0]->flow;
  for (uint32_t j = 0; whole && j < records->list.count; j++) {
    while (next < expected->list.count && (partner[next] == CLI_NOT_ALIGNED || partner[next] < j)) next++;
    bool paired = next < expected->list.count && partner[next] == j;
    const gs_value *like = paired ? expected->list.items[next] : NULL;
    whole = gs_list_add(arena, list, pick_fields(arena, like, records->list.items[j], flow));
  }
  free(partner);
  return whole ? list : NULL;
}
