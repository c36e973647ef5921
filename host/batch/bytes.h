/* Bytes that grow, and the plain encoding of numbers and strings in which the supervisor and its workers write to each other. Both are one
 * program on one machine, so numbers keep its byte order. */
#ifndef BATCH_BYTES_H
#define BATCH_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct batch_bytes {
  char *data;
  size_t length, room;
  bool failed; /* memory ran out: what was added since is lost */
} batch_bytes;

/* Makes room for size more bytes and counts them in; NULL when memory is out, and failed is set. */
char *batch_bytes_extend(batch_bytes *bytes, size_t size);
void batch_bytes_add(batch_bytes *bytes, const void *data, size_t length);
void batch_bytes_add_u32(batch_bytes *bytes, uint32_t number);
void batch_bytes_add_u64(batch_bytes *bytes, uint64_t number);
/* Its length as a u32, its bytes, and a NUL that the length does not count. */
void batch_bytes_add_string(batch_bytes *bytes, const char *string, size_t length);
void batch_bytes_free(batch_bytes *bytes);

/* Reads what was added, in the same order. */
typedef struct batch_reader {
  const char *at, *end;
  bool broken; /* something was read that is not there; everything read since is 0 or "" */
} batch_reader;

uint32_t batch_read_u32(batch_reader *reader);
uint64_t batch_read_u64(batch_reader *reader);
/* Points into the bytes that are read; NUL-terminated. length may be NULL. */
const char *batch_read_string(batch_reader *reader, size_t *length);

#endif
