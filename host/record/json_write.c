#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "record/scalar.h"
#include "record/write.h"

/* Sinks are called with pieces of about this size: a call may be a system call. */
#define BUFFER_SIZE 4096

typedef struct writer {
  const gs_sink *sink;
  bool indented;
  size_t used;
  char buffer[BUFFER_SIZE];
} writer;

static gisa_status flush(writer *out) {
  size_t length = out->used;
  out->used = 0;
  return length == 0 || out->sink->write(out->sink->context, out->buffer, length) == 0 ? GISA_OK : GISA_IO;
}

static gisa_status put(writer *out, const char *bytes, size_t length) {
  if (length > BUFFER_SIZE - out->used) {
    gisa_status status = flush(out);
    if (status != GISA_OK) return status;
    if (length > BUFFER_SIZE) return out->sink->write(out->sink->context, bytes, length) == 0 ? GISA_OK : GISA_IO;
  }
  memcpy(out->buffer + out->used, bytes, length);
  out->used += length;
  return GISA_OK;
}

static gisa_status put_text(writer *out, const char *text) {
  return put(out, text, strlen(text));
}

typedef struct dump {
  writer *out;
  gisa_status status;
} dump;

static int put_dumped(const char *bytes, size_t length, void *context) {
  dump *to = context;
  to->status = put(to->out, bytes, length);
  return to->status == GISA_OK ? 0 : -1;
}

/* jansson knows the escapes, but makes an object of its own from each string: it sees only those that need one. */
static gisa_status put_escaped(writer *out, const char *bytes, size_t length) {
  json_t *string = json_stringn_nocheck(bytes, length);
  if (!string) return GISA_NO_MEMORY;
  dump to = {.out = out, .status = GISA_OK};
  int failed = json_dump_callback(string, put_dumped, &to, JSON_ENCODE_ANY);
  json_decref(string);
  return failed && to.status == GISA_OK ? GISA_NO_MEMORY : to.status;
}

static gisa_status put_string(writer *out, const char *bytes, size_t length) {
  gs_scalar scalar = gs_scalar_scan(bytes, length);
  if (!scalar.utf8) return GISA_ENCODING;
  if (!scalar.json_verbatim) return put_escaped(out, bytes, length);
  gisa_status status = put(out, "\"", 1);
  if (status == GISA_OK) status = put(out, bytes, length);
  return status == GISA_OK ? put(out, "\"", 1) : status;
}

static gisa_status put_integer(writer *out, int64_t integer) {
  char spelling[GS_NUMBER_SIZE];
  snprintf(spelling, sizeof spelling, "%" PRId64, integer);
  return put_text(out, spelling);
}

static gisa_status put_number(writer *out, double number) {
  char spelling[GS_NUMBER_SIZE];
  if (!isfinite(number)) return GISA_USAGE;
  return put(out, spelling, gs_number_print(number, spelling));
}

/* What stands before an item, or before the closing bracket where there is no further one. */
static gisa_status put_break(writer *out, bool one_line, bool first, bool closing, int depth) {
  gisa_status status = first || closing ? GISA_OK : put(out, ",", 1);
  if (status != GISA_OK || !out->indented) return status;
  if (one_line) return first || closing ? GISA_OK : put(out, " ", 1);
  status = put(out, "\n", 1);
  for (int i = 0; status == GISA_OK && i < depth; i++) status = put(out, "  ", 2);
  return status;
}

static gisa_status put_value(writer *out, const gs_value *value, bool one_line, int depth);

static gisa_status put_list(writer *out, const gs_value *list, bool one_line, int depth) {
  if (depth == GS_MAX_DEPTH) return GISA_TOO_LARGE;
  gisa_status status = put(out, "[", 1);
  for (uint32_t i = 0; status == GISA_OK && i < list->list.count; i++) {
    status = put_break(out, one_line, i == 0, false, depth + 1);
    if (status == GISA_OK) status = put_value(out, list->list.items[i], one_line, depth + 1);
  }
  if (status == GISA_OK && list->list.count > 0) status = put_break(out, one_line, false, true, depth);
  return status == GISA_OK ? put(out, "]", 1) : status;
}

/* A list of which the end is only known when it is there. */
static gisa_status put_items(writer *out, const gs_value *items, bool one_line, int depth) {
  if (depth == GS_MAX_DEPTH) return GISA_TOO_LARGE;
  gisa_status status = put(out, "[", 1);
  bool first = true;
  for (gs_value *item; status == GISA_OK; first = false) {
    if (!items->items.next(items->items.context, &item)) return GISA_NO_MEMORY;
    if (!item) break;
    status = put_break(out, one_line, first, false, depth + 1);
    if (status == GISA_OK) status = put_value(out, item, one_line, depth + 1);
  }
  if (status == GISA_OK && !first) status = put_break(out, one_line, false, true, depth);
  return status == GISA_OK ? put(out, "]", 1) : status;
}

static gisa_status put_pair(writer *out, const gs_pair *pair, bool one_line, int depth) {
  gisa_status status = put_string(out, pair->key, pair->key_length);
  if (status == GISA_OK) status = put_text(out, out->indented ? ": " : ":");
  return status == GISA_OK ? put_value(out, pair->value, one_line, depth) : status;
}

static gisa_status put_map(writer *out, const gs_value *map, bool one_line, int depth) {
  if (depth == GS_MAX_DEPTH) return GISA_TOO_LARGE;
  gisa_status status = put(out, "{", 1);
  for (uint32_t i = 0; status == GISA_OK && i < map->map.count; i++) {
    status = put_break(out, one_line, i == 0, false, depth + 1);
    if (status == GISA_OK) status = put_pair(out, &map->map.pairs[i], one_line, depth + 1);
  }
  if (status == GISA_OK && map->map.count > 0) status = put_break(out, one_line, false, true, depth);
  return status == GISA_OK ? put(out, "}", 1) : status;
}

static gisa_status put_value(writer *out, const gs_value *value, bool one_line, int depth) {
  switch (value->kind) {
  case GS_NULL: return put_text(out, "null");
  case GS_BOOLEAN: return put_text(out, value->boolean ? "true" : "false");
  case GS_INTEGER: return put_integer(out, value->integer);
  case GS_NUMBER: return put_number(out, value->number);
  case GS_STRING: return put_string(out, value->string.bytes, value->string.length);
  case GS_LIST: return put_list(out, value, one_line || value->flow, depth);
  case GS_MAP: return put_map(out, value, one_line || value->flow, depth);
  case GS_ITEMS: return put_items(out, value, one_line || value->flow, depth);
  }
  return GISA_USAGE;
}

gisa_status gs_json_write(const gs_value *root, bool indented, const gs_sink *sink) {
  writer out = {.sink = sink, .indented = indented};
  gisa_status status = put_value(&out, root, false, 0);
  if (status == GISA_OK) status = put(&out, "\n", 1);
  return status == GISA_OK ? flush(&out) : status;
}
