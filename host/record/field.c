#include "record/field.h"

#include <math.h>
#include <string.h>

static const char *const kind_names[] = {
    [GS_FIELD_SPAN] = "span",       [GS_FIELD_STRING] = "string",   [GS_FIELD_NUMBER] = "number",
    [GS_FIELD_INTEGER] = "integer", [GS_FIELD_BOOLEAN] = "boolean",
};

#define LIST_OF    "list of "
#define OR_STRING  "number or string"
#define KIND_COUNT (sizeof kind_names / sizeof kind_names[0])

static bool is_text(const char *start, size_t length, const char *text) {
  return strlen(text) == length && memcmp(start, text, length) == 0;
}

bool gs_field_type_parse(const char *spelling, gs_field_type *type) {
  const char *start = spelling;
  size_t length = strlen(spelling);
  gs_field_type read = {.kind = GS_FIELD_NUMBER};

  if (length > 0 && start[length - 1] == '?') {
    read.optional = true;
    length--;
  }
  if (is_text(start, length, OR_STRING)) {
    read.or_string = true;
    *type = read;
    return true;
  }
  if (length > strlen(LIST_OF) && memcmp(start, LIST_OF, strlen(LIST_OF)) == 0) {
    read.list = true;
    start += strlen(LIST_OF);
    length -= strlen(LIST_OF);
  }
  for (size_t kind = 0; kind < KIND_COUNT; kind++) {
    if (!is_text(start, length, kind_names[kind])) continue;
    read.kind = (gs_field_kind)kind;
    *type = read;
    return true;
  }
  return false;
}

void gs_field_type_print(const gs_field_type *type, char *out) {
  out[0] = '\0';
  if (type->list) strcat(out, LIST_OF);
  strcat(out, type->or_string ? OR_STRING : kind_names[type->kind]);
  if (type->optional) strcat(out, "?");
}

/* An integral number is written without a point, so it is an integer to who reads the result. Above 2^53 it is not. */
static bool is_integral(double number) {
  return fabs(number) <= 9007199254740992.0 && floor(number) == number;
}

static bool fits_kind(const gs_field_type *type, const gs_value *value) {
  switch (type->kind) {
  case GS_FIELD_SPAN:
  case GS_FIELD_STRING: return value->kind == GS_STRING;
  case GS_FIELD_NUMBER:
    return value->kind == GS_NUMBER || value->kind == GS_INTEGER || (type->or_string && value->kind == GS_STRING);
  case GS_FIELD_INTEGER: return value->kind == GS_INTEGER || (value->kind == GS_NUMBER && is_integral(value->number));
  case GS_FIELD_BOOLEAN: return value->kind == GS_BOOLEAN;
  }
  return false;
}

static const char *const value_names[] = {
    [GS_NULL] = "nothing",  [GS_BOOLEAN] = "boolean", [GS_INTEGER] = "integer", [GS_NUMBER] = "number",
    [GS_STRING] = "string", [GS_LIST] = "list",       [GS_MAP] = "map",
};

static const char *const list_names[] = {
    [GS_NULL] = "list with nothing in it",       [GS_BOOLEAN] = "list with a boolean in it",
    [GS_INTEGER] = "list with an integer in it", [GS_NUMBER] = "list with a number in it",
    [GS_STRING] = "list with a string in it",    [GS_LIST] = "list with a list in it",
    [GS_MAP] = "list with a map in it",
};

bool gs_field_fits(const gs_field_type *type, const gs_value *value, const char **got) {
  if (!value || value->kind == GS_NULL) {
    *got = value_names[GS_NULL];
    return type->optional;
  }
  if (!type->list || value->kind != GS_LIST) {
    *got = value_names[value->kind];
    return !type->list && fits_kind(type, value);
  }
  for (uint32_t i = 0; i < value->list.count; i++) {
    *got = list_names[value->list.items[i]->kind];
    if (!fits_kind(type, value->list.items[i])) return false;
  }
  *got = value_names[GS_LIST];
  return true;
}
