/* The strict reading, through libyaml's event API: the document API is quadratic in anchors, and it is too late
 * for a depth cap once it returns. */
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "document/front_matter.h"

/* In all maps together, those that occur again too: front matter has a dozen, and 64 kB of `a:` lines are no front
 * matter. */
#define MOST_KEYS 256

/* Duplicates are told only once the whole is known to be YAML, else the lenient reading tells them again. */
#define MOST_DUPLICATES 8

typedef struct reading {
  const gs_front_matter_reader *reader;
  yaml_parser_t parser;
  gs_yaml_fault *fault;
  struct {
    uint32_t line;
    char key[40];
  } duplicates[MOST_DUPLICATES];
  uint32_t duplicate_count, key_count;
} reading;

static bool refuse(reading *state, size_t line, const char *reason) {
  if (state->fault->message[0] == '\0') {
    snprintf(state->fault->message, sizeof state->fault->message, "%s", reason);
    state->fault->line = (uint32_t)line;
  }
  return false;
}

static bool next_event(reading *state, yaml_event_t *event) {
  if (yaml_parser_parse(&state->parser, event)) return true;
  if (state->parser.error == YAML_MEMORY_ERROR) return false;
  const char *problem = state->parser.problem ? state->parser.problem : "not YAML";
  return refuse(state, state->parser.problem_mark.line, problem);
}

static bool is_null(const char *bytes, size_t length) {
  static const char *const spellings[] = {"", "~", "null", "Null", "NULL"};
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
    if (strlen(spellings[i]) == length && memcmp(spellings[i], bytes, length) == 0) return true;
  return false;
}

static gs_value *scalar_of(reading *state, const yaml_event_t *event) {
  const char *bytes = (const char *)event->data.scalar.value;
  size_t length = event->data.scalar.length;
  if (event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && is_null(bytes, length))
    return gs_null(state->reader->arena);
  char *copy = gs_arena_copy(state->reader->arena, bytes, length);
  return copy ? gs_front_matter_scalar(state->reader->arena, copy, length) : NULL;
}

static gs_value *read_node(reading *state, const yaml_event_t *event, uint32_t depth);

static gs_value *read_list(reading *state, uint32_t depth) {
  gs_value *list = gs_list(state->reader->arena);
  for (yaml_event_t event; list && next_event(state, &event);) {
    bool end = event.type == YAML_SEQUENCE_END_EVENT;
    bool fine = end || gs_list_add(state->reader->arena, list, read_node(state, &event, depth));
    yaml_event_delete(&event);
    if (!fine) return NULL;
    if (end) return list;
  }
  return NULL;
}

static void note_duplicate(reading *state, size_t line, const char *key) {
  if (state->duplicate_count == MOST_DUPLICATES) return;
  state->duplicates[state->duplicate_count].line = (uint32_t)line;
  snprintf(state->duplicates[state->duplicate_count].key, sizeof state->duplicates[0].key, "%s", key);
  state->duplicate_count++;
}

static bool read_pair(reading *state, gs_value *map, const yaml_event_t *key, uint32_t depth) {
  if (key->type != YAML_SCALAR_EVENT) return refuse(state, key->start_mark.line, "a key is not a string");
  if (key->data.scalar.anchor) return refuse(state, key->start_mark.line, "anchors are refused");
  if (state->key_count++ == MOST_KEYS) return refuse(state, key->start_mark.line, "more than 256 keys");
  const char *name = (const char *)key->data.scalar.value;
  if (strlen(name) != key->data.scalar.length) return refuse(state, key->start_mark.line, "a key holds a NUL");
  yaml_event_t event;
  if (!next_event(state, &event)) return false;
  gs_value *value = read_node(state, &event, depth);
  yaml_event_delete(&event);
  if (!value) return false;
  if (gs_map_get(map, name)) {
    note_duplicate(state, key->start_mark.line, name);
    return true;
  }
  return gs_map_set(state->reader->arena, map, name, key->data.scalar.length, value);
}

static gs_value *read_map(reading *state, uint32_t depth) {
  gs_value *map = gs_map(state->reader->arena);
  for (yaml_event_t event; map && next_event(state, &event);) {
    bool end = event.type == YAML_MAPPING_END_EVENT;
    bool fine = end || read_pair(state, map, &event, depth);
    yaml_event_delete(&event);
    if (!fine) return NULL;
    if (end) return map;
  }
  return NULL;
}

static gs_value *read_node(reading *state, const yaml_event_t *event, uint32_t depth) {
  size_t line = event->start_mark.line;
  if (depth >= state->reader->depth) return refuse(state, line, "nested too deeply"), NULL;
  switch (event->type) {
  case YAML_SCALAR_EVENT:
    if (event->data.scalar.anchor) return refuse(state, line, "anchors are refused"), NULL;
    return scalar_of(state, event);
  case YAML_SEQUENCE_START_EVENT:
    if (event->data.sequence_start.anchor) return refuse(state, line, "anchors are refused"), NULL;
    return read_list(state, depth + 1);
  case YAML_MAPPING_START_EVENT:
    if (event->data.mapping_start.anchor) return refuse(state, line, "anchors are refused"), NULL;
    return read_map(state, depth + 1);
  default:
    return refuse(state, line, "aliases are refused"), NULL;
  }
}

/* Takes the events up to the first node's: false when there is no document. */
static bool expect(reading *state, yaml_event_type_t type) {
  yaml_event_t event;
  if (!next_event(state, &event)) return false;
  bool right = event.type == type;
  size_t line = event.start_mark.line;
  yaml_event_delete(&event);
  return right || refuse(state, line, "more than one document");
}

static gs_value *read_root(reading *state) {
  yaml_event_t event;
  if (!expect(state, YAML_STREAM_START_EVENT) || !next_event(state, &event)) return NULL;
  yaml_event_type_t type = event.type;
  yaml_event_delete(&event);
  if (type == YAML_STREAM_END_EVENT) return gs_map(state->reader->arena);
  if (!next_event(state, &event)) return NULL;
  gs_value *root = NULL;
  if (event.type == YAML_MAPPING_START_EVENT)
    root = read_node(state, &event, 0);
  else
    refuse(state, event.start_mark.line, "not a map");
  yaml_event_delete(&event);
  if (!root || !expect(state, YAML_DOCUMENT_END_EVENT) || !expect(state, YAML_STREAM_END_EVENT)) return NULL;
  return root;
}

gs_value *gs_strict_read(const gs_front_matter_reader *reader, gs_span piece, gs_yaml_fault *fault) {
  reading state = {.reader = reader, .fault = fault};
  *fault = (gs_yaml_fault){{0}, 0};
  if (!yaml_parser_initialize(&state.parser)) return NULL;
  yaml_parser_set_encoding(&state.parser, YAML_UTF8_ENCODING);
  const char *bytes = reader->text->bytes + piece.start;
  yaml_parser_set_input_string(&state.parser, (const unsigned char *)bytes, piece.stop - piece.start);
  gs_value *root = read_root(&state);
  yaml_parser_delete(&state.parser);
  for (uint32_t i = 0; root && i < state.duplicate_count; i++)
    gs_front_matter_diagnose(reader, gs_front_matter_line(reader->text, piece, state.duplicates[i].line),
                             "key `%s` occurs again; the first counts", state.duplicates[i].key);
  return root;
}
