#include "batch/json_line.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool memory_was_out;

static void *take(size_t size) {
  void *block = malloc(size);
  if (block == NULL) memory_was_out = true;
  return block;
}

/* jansson 2.14 drops bytes of a string, and says nothing, where its buffer can't grow. So it is watched. */
void batch_json_watch_memory(void) {
  json_set_alloc_funcs(take, free);
  memory_was_out = false;
}

bool batch_json_memory_was_out(void) {
  return memory_was_out;
}

static bool refuse(batch_json_line *record, char *message, const char *reason) {
  snprintf(message, 256, "%s", reason);
  batch_json_line_free(record);
  return false;
}

/* The keys but those that tell where the text is, as JSON; NULL where there are no others, so that a file that is only named is read as it is
 * elsewhere. false when memory is out. */
static bool dump_meta(batch_json_line *record, json_t *text, json_t *path) {
  json_incref(text);
  json_incref(path);
  json_object_del(record->json, "text");
  json_object_del(record->json, "path");
  bool others = json_object_size(record->json) > 0;
  if (others) record->meta = json_dumps(record->json, JSON_COMPACT);
  bool whole = (!others || record->meta != NULL) && (text == NULL || json_object_set_new(record->json, "text", text) == 0);
  whole = (path == NULL || json_object_set_new(record->json, "path", path) == 0) && whole;
  if (record->meta != NULL) record->meta_length = strlen(record->meta);
  return whole;
}

bool batch_json_line_read(const char *line, size_t length, const char *path, batch_json_line *record, char *message) {
  json_error_t error;
  *record = (batch_json_line){0};
  batch_json_watch_memory();
  json_t *json = record->json = json_loadb(line, length, 0, &error);
  if (memory_was_out) return refuse(record, message, "out of memory");
  if (json == NULL) {
    snprintf(message, 256, "is no JSON: %s, at byte %d", error.text, error.position);
    return false;
  }
  if (!json_is_object(json)) return refuse(record, message, "is no JSON object");
  json_t *text = json_object_get(json, "text"), *own_path = json_object_get(json, "path");
  if (!json_is_string(text) && (text != NULL || !json_is_string(own_path)))
    return refuse(record, message, "has no `text` that is a string");
  /* A path that is no UTF-8 can't be an id, and the record goes without. */
  if (path != NULL && json_object_get(json, "id") == NULL) json_object_set_new(json, "id", json_string(path));
  if (!dump_meta(record, text, own_path)) return refuse(record, message, "out of memory");
  record->path = json_string_value(own_path);
  record->text = json_string_value(text);
  record->length = json_string_length(text);
  return true;
}

void batch_json_line_free(batch_json_line *record) {
  free(record->meta);
  json_decref(record->json);
  *record = (batch_json_line){0};
}

void batch_json_line_id(const char *line, size_t length, char *id, size_t room) {
  json_t *json = json_loadb(line, length, 0, NULL);
  const json_t *found = json_object_get(json, "id");
  if (found == NULL) found = json_object_get(json, "path");
  id[0] = '\0';
  if (json_is_string(found)) snprintf(id, room, "%s", json_string_value(found));
  if (json_is_integer(found)) snprintf(id, room, "%" PRId64, (int64_t)json_integer_value(found));
  json_decref(json);
}
