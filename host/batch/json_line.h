/* A record of NDJSON: `id`, `text` or `path`, and any other key as front matter. */
#ifndef BATCH_JSON_LINE_H
#define BATCH_JSON_LINE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct batch_json_line {
  const char *text; /* NULL for a record that has a path in its place */
  const char *path; /* NULL where it has none */
  size_t length;
  char *meta; /* the other keys, `id` among them, as a JSON object; NULL where there are none */
  size_t meta_length;
  void *json; /* what text points into */
} batch_json_line;

/* Reads a line. path is the id of a record that has none; it may be NULL. On failure message (at least 256 bytes) tells why. Free it with
 * batch_json_line_free(). */
bool batch_json_line_read(const char *line, size_t length, const char *path, batch_json_line *record, char *message);
void batch_json_line_free(batch_json_line *record);

/* Writes the record's id into id, or its path where it has no id; "" where it has neither or no record can be read. */
void batch_json_line_id(const char *line, size_t length, char *id, size_t room);

/* Watches the memory of jansson from here on; reading a line does the same. */
void batch_json_watch_memory(void);
/* Whether jansson lacked memory since then: what it gave may lack parts. */
bool batch_json_memory_was_out(void);

#endif
