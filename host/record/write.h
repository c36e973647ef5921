/* A value tree as YAML (libyaml's emitter) or JSON.
 *
 * Both spell numbers alike: the shortest decimal that reads back as the same double, without a point where there is no
 * fraction. So the number 104.0 reads back as the integer 104, everything else as what it was.
 *
 * Errors of both: GISA_IO when the sink stopped; GISA_NO_MEMORY; GISA_TOO_LARGE when the tree is deeper than
 * GS_MAX_DEPTH or a string longer than INT_MAX bytes (YAML); GISA_ENCODING when a string is not UTF-8; GISA_USAGE when
 * a number is not finite. After any of them the sink has got a part. */
#ifndef GS_RECORD_WRITE_H
#define GS_RECORD_WRITE_H

#include "gisa.h"
#include "record/value.h"

/* Where written bytes go. write returns 0, or anything else to stop (the writer then returns GISA_IO). */
typedef struct gs_sink {
  int (*write)(void *context, const char *bytes, size_t length);
  void *context;
} gs_sink;

/* One YAML document with its `---` line; one behind the other they are a stream. Reads back to the same tree in
 * YAML 1.1 and in 1.2 parsers: a string that either would take for another type is quoted. Multi-line strings are
 * double-quoted, never folded; lines are not wrapped; characters outside ASCII are written as they are, but for
 * controls, line breaks of YAML 1.1 (U+0085, U+2028, U+2029), U+FEFF and, as libyaml will have it, those above U+FFFF,
 * which are escapes. */
gisa_status gs_yaml_write(const gs_value *root, const gs_sink *sink);

/* One JSON text and a newline: without white space on a single line (NDJSON), or indented by two spaces with
 * flow values on one line. Keys keep their order. */
gisa_status gs_json_write(const gs_value *root, bool indented, const gs_sink *sink);

#endif
