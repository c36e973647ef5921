/* A value tree as YAML (libyaml's emitter) or JSON (jansson). */
#ifndef GS_RECORD_WRITE_H
#define GS_RECORD_WRITE_H

#include "gisa.h"
#include "record/value.h"

/* Where written bytes go. write returns 0, or anything else to stop (the writer then returns GISA_IO). */
typedef struct gs_sink {
  int (*write)(void *context, const char *bytes, size_t length);
  void *context;
} gs_sink;

/* One YAML document with its `---` line. Reads back to the same tree in YAML 1.1 and in 1.2 parsers: a string that either
 * would take for another type is quoted. Multi-line strings are double-quoted, never folded; lines are
 * not wrapped; characters outside ASCII are written as they are. */
gisa_status gs_yaml_write(const gs_value *root, const gs_sink *sink);

/* One JSON text: on a single line with a newline behind it (NDJSON), or indented by two spaces. */
gisa_status gs_json_write(const gs_value *root, bool indented, const gs_sink *sink);

#endif
