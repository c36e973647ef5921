#include <string.h>

#include <jansson.h>

#include "record/read.h"

typedef struct reader {
  gs_arena *arena;
  char *message;
} reader;

static gisa_status take_value(const reader *in, const json_t *json, int depth, gs_value **value);

static gisa_status take_list(const reader *in, const json_t *json, int depth, gs_value **value) {
  gs_value *list = gs_list(in->arena);
  size_t count = json_array_size(json);
  for (size_t i = 0; list && i < count; i++) {
    gs_value *item = NULL;
    gisa_status status = take_value(in, json_array_get(json, i), depth + 1, &item);
    if (status != GISA_OK) return status;
    if (!gs_list_add(in->arena, list, item)) return GISA_NO_MEMORY;
  }
  *value = list;
  return GISA_OK;
}

static gisa_status take_map(const reader *in, json_t *json, int depth, gs_value **value) {
  gs_value *map = gs_map(in->arena);
  void *place = json_object_iter(json);
  for (; map && place; place = json_object_iter_next(json, place)) {
    const char *key = json_object_iter_key(place);
    gs_value *item = NULL;
    gisa_status status = take_value(in, json_object_iter_value(place), depth + 1, &item);
    if (status != GISA_OK) return status;
    if (!gs_map_set(in->arena, map, key, strlen(key), item)) return GISA_NO_MEMORY;
  }
  *value = map;
  return GISA_OK;
}

static gisa_status take_value(const reader *in, const json_t *json, int depth, gs_value **value) {
  if (depth == GS_MAX_DEPTH && (json_is_array(json) || json_is_object(json))) {
    gs_read_complain(in->message, 0, 0, "more than %d lists and maps lie within each other", GS_MAX_DEPTH);
    return GISA_TOO_LARGE;
  }
  gisa_status status = GISA_OK;
  switch (json_typeof(json)) {
  case JSON_OBJECT: status = take_map(in, (json_t *)json, depth, value); break;
  case JSON_ARRAY: status = take_list(in, json, depth, value); break;
  case JSON_STRING: *value = gs_string_copy(in->arena, json_string_value(json), json_string_length(json)); break;
  case JSON_INTEGER: *value = gs_integer(in->arena, json_integer_value(json)); break;
  case JSON_REAL: *value = gs_number(in->arena, json_real_value(json)); break;
  case JSON_TRUE: *value = gs_boolean(in->arena, true); break;
  case JSON_FALSE: *value = gs_boolean(in->arena, false); break;
  case JSON_NULL: *value = gs_null(in->arena); break;
  }
  return status == GISA_OK && !*value ? GISA_NO_MEMORY : status;
}

/* Out of memory jansson fills in nothing; only in the midst of a string it calls it bad syntax, and can't be told from
 * that. */
static gisa_status complain(char *message, const json_error_t *error) {
  if (error->text[0] == '\0') return GISA_NO_MEMORY;
  gs_read_complain(message, (size_t)error->line, (size_t)error->column, "%s", error->text);
  switch (json_error_code(error)) {
  case json_error_out_of_memory: return GISA_NO_MEMORY;
  case json_error_stack_overflow: return GISA_TOO_LARGE;
  case json_error_invalid_utf8: return GISA_ENCODING;
  default: return GISA_USAGE;
  }
}

gisa_status gs_json_read(gs_arena *arena, const char *bytes, size_t length, char *message, gs_value **value) {
  *message = '\0';
  *value = NULL;
  if (length > GS_READ_MAX_BYTES) {
    gs_read_complain(message, 0, 0, "has %zu bytes, over the limit of %zu", length, GS_READ_MAX_BYTES);
    return GISA_TOO_LARGE;
  }
  json_error_t error;
  json_t *json = json_loadb(bytes, length, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, &error);
  if (!json) return complain(message, &error);
  reader in = {.arena = arena, .message = message};
  gisa_status status = take_value(&in, json, 0, value);
  json_decref(json);
  return status;
}
