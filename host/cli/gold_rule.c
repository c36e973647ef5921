#include "cli/gold_rule.h"

#include <stdio.h>
#include <string.h>

bool cli_is_given(const gs_value *value) {
  if (value == NULL || value->kind == GS_NULL) return false;
  if (value->kind == GS_STRING) return value->string.length > 0;
  return value->kind != GS_LIST || value->list.count > 0;
}

static bool is_true(const gs_value *map, const char *key) {
  const gs_value *value = gs_map_get(map, key);
  return value != NULL && value->kind == GS_BOOLEAN && value->boolean;
}

bool cli_is_optional(const gs_value *gold) {
  return is_true(gold, "optional");
}

bool cli_is_remark(const char *key) {
  size_t length = strlen(key);
  return strcmp(key, "optional") == 0 || strcmp(key, "null_ok") == 0 || (length > 4 && strcmp(key + length - 4, "_any") == 0);
}

typedef bool same_fn(gs_arena *arena, const gs_value *a, const gs_value *b);

/* Whether same holds for the value of a key or one of KEY_any. */
static bool is_any(gs_arena *arena, const gs_value *gold, const char *key, const gs_value *got, same_fn *same) {
  char others[128];
  if (same(arena, gs_map_get(gold, key), got)) return true;
  snprintf(others, sizeof others, "%s_any", key);
  const gs_value *list = gs_map_get(gold, others);
  for (uint32_t i = 0; list != NULL && list->kind == GS_LIST && i < list->list.count; i++)
    if (same(arena, list->list.items[i], got)) return true;
  return false;
}

static bool same_folded(gs_arena *arena, const gs_value *a, const gs_value *b) {
  return cli_folded_equal(cli_fold(arena, a), cli_fold(arena, b));
}

static bool same_person(gs_arena *arena, const gs_value *a, const gs_value *b) {
  return cli_is_given(a) && same_folded(arena, a, b);
}

static bool either_holds(gs_arena *arena, const gs_value *a, const gs_value *b) {
  cli_folded x = cli_fold(arena, a), y = cli_fold(arena, b);
  return cli_folded_in(x, y) || cli_folded_in(y, x);
}

static bool quote_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record) {
  return cli_same_text(arena, gs_map_get(gold, "text"), gs_map_get(record, "text"));
}

static bool attendee_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record) {
  return same_folded(arena, gs_map_get(gold, "name"), gs_map_get(record, "name"));
}

static bool count_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record) {
  return cli_same_number(arena, gs_map_get(gold, "count"), gs_map_get(record, "count"));
}

static bool benchmark_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record) {
  return is_any(arena, gold, "model", gs_map_get(record, "model"), cli_same_name) &&
         cli_same_number(arena, gs_map_get(gold, "score"), gs_map_get(record, "score")) &&
         same_folded(arena, gs_map_get(gold, "unit"), gs_map_get(record, "unit")) &&
         is_any(arena, gold, "versus", gs_map_get(record, "versus"), cli_same_name);
}

static bool same_value(gs_arena *arena, const gs_value *a, const gs_value *b) {
  if (a != NULL && (a->kind == GS_INTEGER || a->kind == GS_NUMBER)) return cli_same_number(arena, a, b);
  if (a != NULL && (a->kind == GS_LIST || a->kind == GS_MAP || a->kind == GS_BOOLEAN)) return b != NULL && gs_value_equal(a, b);
  return cli_same_name(arena, a, b);
}

static bool first_field_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record) {
  for (uint32_t i = 0; i < gold->map.count; i++) {
    const char *key = gold->map.pairs[i].key;
    if (!cli_is_remark(key)) return is_any(arena, gold, key, gs_map_get(record, key), same_value);
  }
  return false;
}

cli_rule *cli_rule_of(const char *aspect) {
  if (strcmp(aspect, "quotes") == 0 || strcmp(aspect, "attribution") == 0) return quote_is_right;
  if (strcmp(aspect, "attendees") == 0) return attendee_is_right;
  if (strcmp(aspect, "attendance") == 0) return count_is_right;
  if (strcmp(aspect, "benchmarks") == 0) return benchmark_is_right;
  return first_field_is_right;
}

bool cli_speaker_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record) {
  const gs_value *got = gs_map_get(record, "speaker");
  if (!cli_is_given(got)) return !cli_is_given(gs_map_get(gold, "speaker")) || is_true(gold, "null_ok");
  return is_any(arena, gold, "speaker", got, same_person);
}

bool cli_role_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record) {
  const gs_value *got = gs_map_get(record, "role");
  gs_value joined = {.kind = GS_STRING};
  char text[1024];
  if (!cli_is_given(got)) {
    const gs_value *organization = gs_map_get(record, "organization"), *title = gs_map_get(record, "title");
    int length = snprintf(text, sizeof text, "%s%s", cli_is_given(organization) ? organization->string.bytes : "",
                          cli_is_given(title) ? title->string.bytes : "");
    joined.string.bytes = text;
    joined.string.length = length < (int)sizeof text ? (size_t)length : 0;
    got = &joined;
  }
  return cli_fold(arena, got).count > 0 && is_any(arena, gold, "role", got, either_holds);
}

static bool same_letters(gs_arena *arena, const gs_value *a, const gs_value *b) {
  (void)arena;
  if (!cli_is_given(a) || !cli_is_given(b)) return cli_is_given(a) == cli_is_given(b);
  if (a->kind == GS_INTEGER || a->kind == GS_NUMBER) return cli_same_number(arena, a, b);
  return gs_value_equal(a, b);
}

bool cli_field_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record, const char *key, bool strict) {
  const gs_value *got = gs_map_get(record, key);
  if (strict) return is_any(arena, gold, key, got, same_letters);
  return is_any(arena, gold, key, got, same_value) ||
         (cli_is_given(got) && got->kind == GS_STRING && cli_is_given(gs_map_get(gold, key)) &&
          is_any(arena, gold, key, got, cli_same_text));
}
