#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <yaml.h>

#include "record/scalar.h"
#include "record/write.h"

static int write_to_sink(void *context, unsigned char *bytes, size_t length) {
  const gs_sink *sink = context;
  return sink->write(sink->context, (const char *)bytes, length) == 0;
}

/* Hands the event over (libyaml frees it, whatever comes of it). made: 0 where libyaml had no memory to make it. */
static gisa_status emit(yaml_emitter_t *emitter, yaml_event_t *event, int made) {
  if (!made) return GISA_NO_MEMORY;
  if (yaml_emitter_emit(emitter, event)) return GISA_OK;
  return emitter->error == YAML_WRITER_ERROR ? GISA_IO : GISA_NO_MEMORY;
}

static gisa_status emit_scalar(yaml_emitter_t *emitter, const char *bytes, size_t length, yaml_scalar_style_t style) {
  if (length > INT_MAX) return GISA_TOO_LARGE; /* libyaml counts a scalar's bytes in an int */
  yaml_event_t event;
  int made = yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *)bytes, (int)length, 1, 1, style);
  return emit(emitter, &event, made);
}

static gisa_status emit_literal(yaml_emitter_t *emitter, const char *literal) {
  return emit_scalar(emitter, literal, strlen(literal), YAML_PLAIN_SCALAR_STYLE);
}

static gisa_status emit_string(yaml_emitter_t *emitter, const char *bytes, size_t length) {
  static const yaml_scalar_style_t styles[] = {
      [GS_PLAIN] = YAML_PLAIN_SCALAR_STYLE,
      [GS_SINGLE_QUOTED] = YAML_SINGLE_QUOTED_SCALAR_STYLE,
      [GS_DOUBLE_QUOTED] = YAML_DOUBLE_QUOTED_SCALAR_STYLE,
  };
  gs_scalar scalar = gs_scalar_scan(bytes, length);
  if (!scalar.utf8) return GISA_ENCODING;
  return emit_scalar(emitter, bytes, length, styles[scalar.yaml]);
}

static gisa_status emit_integer(yaml_emitter_t *emitter, int64_t integer) {
  char spelling[GS_NUMBER_SIZE];
  snprintf(spelling, sizeof spelling, "%" PRId64, integer);
  return emit_literal(emitter, spelling);
}

static gisa_status emit_number(yaml_emitter_t *emitter, double number) {
  char spelling[GS_NUMBER_SIZE];
  if (!isfinite(number)) return GISA_USAGE;
  gs_number_print(number, spelling);
  return emit_literal(emitter, spelling);
}

static gisa_status emit_value(yaml_emitter_t *emitter, const gs_value *value, int depth);

static gisa_status emit_items(yaml_emitter_t *emitter, const gs_value *items, int depth) {
  gisa_status status = GISA_OK;
  for (gs_value *item; status == GISA_OK; status = emit_value(emitter, item, depth + 1)) {
    if (!items->items.next(items->items.context, &item)) return GISA_NO_MEMORY;
    if (!item) break;
  }
  return status;
}

static gisa_status emit_list(yaml_emitter_t *emitter, const gs_value *list, int depth) {
  if (depth == GS_MAX_DEPTH) return GISA_TOO_LARGE;
  yaml_event_t event;
  yaml_sequence_style_t style = list->flow ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE;
  gisa_status status = emit(emitter, &event, yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, style));
  if (status == GISA_OK && list->kind == GS_ITEMS) status = emit_items(emitter, list, depth);
  for (uint32_t i = 0; status == GISA_OK && list->kind == GS_LIST && i < list->list.count; i++) {
    status = emit_value(emitter, list->list.items[i], depth + 1);
  }
  return status == GISA_OK ? emit(emitter, &event, yaml_sequence_end_event_initialize(&event)) : status;
}

static gisa_status emit_map(yaml_emitter_t *emitter, const gs_value *map, int depth) {
  if (depth == GS_MAX_DEPTH) return GISA_TOO_LARGE;
  yaml_event_t event;
  yaml_mapping_style_t style = map->flow ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE;
  gisa_status status = emit(emitter, &event, yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, style));
  for (uint32_t i = 0; status == GISA_OK && i < map->map.count; i++) {
    const gs_pair *pair = &map->map.pairs[i];
    status = emit_string(emitter, pair->key, pair->key_length);
    if (status == GISA_OK) status = emit_value(emitter, pair->value, depth + 1);
  }
  return status == GISA_OK ? emit(emitter, &event, yaml_mapping_end_event_initialize(&event)) : status;
}

static gisa_status emit_value(yaml_emitter_t *emitter, const gs_value *value, int depth) {
  switch (value->kind) {
  case GS_NULL: return emit_literal(emitter, "null");
  case GS_BOOLEAN: return emit_literal(emitter, value->boolean ? "true" : "false");
  case GS_INTEGER: return emit_integer(emitter, value->integer);
  case GS_NUMBER: return emit_number(emitter, value->number);
  case GS_STRING: return emit_string(emitter, value->string.bytes, value->string.length);
  case GS_LIST:
  case GS_ITEMS: return emit_list(emitter, value, depth);
  case GS_MAP: return emit_map(emitter, value, depth);
  }
  return GISA_USAGE;
}

static gisa_status emit_document(yaml_emitter_t *emitter, const gs_value *root) {
  yaml_event_t event;
  gisa_status status = emit(emitter, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
  if (status == GISA_OK) {
    status = emit(emitter, &event, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 0));
  }
  if (status == GISA_OK) status = emit_value(emitter, root, 0);
  if (status == GISA_OK) status = emit(emitter, &event, yaml_document_end_event_initialize(&event, 1));
  if (status == GISA_OK) status = emit(emitter, &event, yaml_stream_end_event_initialize(&event));
  return status;
}

gisa_status gs_yaml_write(const gs_value *root, const gs_sink *sink) {
  yaml_emitter_t emitter;
  if (!yaml_emitter_initialize(&emitter)) return GISA_NO_MEMORY;
  yaml_emitter_set_output(&emitter, write_to_sink, (void *)sink);
  yaml_emitter_set_unicode(&emitter, 1);
  yaml_emitter_set_width(&emitter, -1);
  gisa_status status = emit_document(&emitter, root);
  yaml_emitter_delete(&emitter);
  return status;
}
