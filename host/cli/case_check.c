/* The difference between the records that a case expects and those that came. */
#include <stdio.h>
#include <string.h>

#include "cli/case.h"
#include "record/write.h"

static int write_error(void *context, const char *bytes, size_t length) {
  (void)context;
  return fwrite(bytes, 1, length, stderr) == length ? 0 : -1;
}

/* Whether two values are one to a reader of cases: 104 and 104.0 are. */
static bool same(const gs_value *a, const gs_value *b) {
  bool a_null = a == NULL || a->kind == GS_NULL, b_null = b == NULL || b->kind == GS_NULL;
  if (a_null || b_null) return a_null == b_null;
  if (a->kind == GS_INTEGER && b->kind == GS_NUMBER) return (double)a->integer == b->number;
  if (a->kind == GS_NUMBER && b->kind == GS_INTEGER) return a->number == (double)b->integer;
  return gs_value_equal(a, b);
}

static bool record_agrees(const gs_value *expected, const gs_value *record) {
  for (uint32_t i = 0; i < expected->map.count; i++)
    if (!same(expected->map.pairs[i].value, gs_map_get(record, expected->map.pairs[i].key))) return false;
  return true;
}

static void print(const char *sign, const char *key, const gs_value *value, int colour, const char *code) {
  if (colour) fprintf(stderr, "\033[%sm", code);
  fprintf(stderr, "      %s %s%s", sign, key, key[0] == '\0' ? "" : ": ");
  if (value == NULL)
    fputs("null\n", stderr);
  else
    gs_json_write(value, false, &(gs_sink){write_error, NULL});
  if (colour) fputs("\033[0m", stderr);
}

static void print_difference(uint32_t number, const gs_value *expected, const gs_value *record, int colour) {
  fprintf(stderr, "    record %u\n", number);
  for (uint32_t i = 0; i < expected->map.count; i++) {
    const gs_pair *pair = &expected->map.pairs[i];
    const gs_value *got = gs_map_get(record, pair->key);
    if (same(pair->value, got)) continue;
    print("-", pair->key, pair->value, colour, "31");
    print("+", pair->key, got, colour, "32");
  }
}

int cli_check_records(const gs_value *expected, const gs_value *records, int colour) {
  uint32_t want = expected->list.count, have = records->list.count;
  bool agree = want == have;
  for (uint32_t i = 0; agree && i < want; i++) agree = record_agrees(expected->list.items[i], records->list.items[i]);
  if (agree) return 1;
  for (uint32_t i = 0; i < want || i < have; i++) {
    if (i >= have) {
      fprintf(stderr, "    record %u is missing\n", i + 1);
      print("-", "", expected->list.items[i], colour, "31");
    } else if (i >= want) {
      fprintf(stderr, "    record %u was not expected\n", i + 1);
      print("+", "", records->list.items[i], colour, "32");
    } else if (!record_agrees(expected->list.items[i], records->list.items[i])) {
      print_difference(i + 1, expected->list.items[i], records->list.items[i], colour);
    }
  }
  return 0;
}
