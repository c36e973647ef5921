#include "document/json_meta.h"

#include <inttypes.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "document/front_matter.h"
#include "record/scalar.h"

static gs_value *take(gs_arena *arena, const json_t *json, uint32_t depth);

static gs_value *take_list(gs_arena *arena, const json_t *json, uint32_t depth) {
  gs_value *list = gs_list(arena);
  for (size_t i = 0; list != NULL && i < json_array_size(json); i++)
    if (!gs_list_add(arena, list, take(arena, json_array_get(json, i), depth - 1))) return NULL;
  return list;
}

static bool set_pairs(gs_arena *arena, gs_value *map, json_t *json, uint32_t depth) {
  for (void *pair = json_object_iter(json); pair != NULL; pair = json_object_iter_next(json, pair)) {
    const char *key = json_object_iter_key(pair);
    if (!gs_map_set(arena, map, key, strlen(key), take(arena, json_object_iter_value(pair), depth - 1))) return false;
  }
  return true;
}

/* NULL: memory is out (depths were checked before). */
static gs_value *take(gs_arena *arena, const json_t *json, uint32_t depth) {
  char number[GS_NUMBER_SIZE];
  switch (json_typeof(json)) {
  case JSON_OBJECT: {
    gs_value *map = gs_map(arena);
    return map != NULL && set_pairs(arena, map, (json_t *)json, depth) ? map : NULL;
  }
  case JSON_ARRAY:
    return take_list(arena, json, depth);
  case JSON_STRING:
    return gs_front_matter_scalar(arena, json_string_value(json), json_string_length(json));
  case JSON_INTEGER:
    snprintf(number, sizeof number, "%" PRId64, (int64_t)json_integer_value(json));
    return gs_string_copy(arena, number, strlen(number));
  case JSON_REAL:
    return gs_string_copy(arena, number, gs_number_print(json_real_value(json), number));
  case JSON_TRUE:
    return gs_string(arena, "true", 4);
  case JSON_FALSE:
    return gs_string(arena, "false", 5);
  case JSON_NULL:
    break;
  }
  return gs_null(arena);
}

static bool fits(const json_t *json, uint32_t depth) {
  if (!json_is_object(json) && !json_is_array(json)) return true;
  if (depth == 0) return false;
  for (size_t i = 0; i < json_array_size(json); i++)
    if (!fits(json_array_get(json, i), depth - 1)) return false;
  json_t *object = (json_t *)json; /* iterators take no const, and change nothing */
  for (void *pair = json_object_iter(object); pair != NULL; pair = json_object_iter_next(object, pair))
    if (!fits(json_object_iter_value(pair), depth - 1)) return false;
  return true;
}

gisa_status gs_json_meta_add(gs_arena *arena, gs_value *meta, const char *json, size_t length, uint32_t depth,
                             char *message) {
  json_error_t error;
  json_t *read = json_loadb(json, length, 0, &error);
  gisa_status status = GISA_USAGE;
  if (read == NULL) {
    snprintf(message, 256, "%s", error.text);
    if (json_error_code(&error) == json_error_out_of_memory) status = GISA_NO_MEMORY;
  } else if (!json_is_object(read)) {
    snprintf(message, 256, "is no JSON object");
  } else if (!fits(read, depth)) {
    snprintf(message, 256, "is nested deeper than %u levels", depth);
  } else {
    status = set_pairs(arena, meta, read, depth) ? GISA_OK : GISA_NO_MEMORY;
  }
  json_decref(read);
  return status;
}
