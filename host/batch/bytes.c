#include "batch/bytes.h"

#include <stdlib.h>
#include <string.h>

/* A chunk's request or reply has some kB. */
#define FIRST_ROOM 4096

char *batch_bytes_extend(batch_bytes *bytes, size_t size) {
  if (bytes->failed || size > SIZE_MAX / 2 - bytes->length) return bytes->failed = true, NULL;
  size_t needed = bytes->length + size;
  if (needed > bytes->room) {
    size_t room = bytes->room < FIRST_ROOM ? FIRST_ROOM : bytes->room;
    while (room < needed) room *= 2;
    char *data = realloc(bytes->data, room);
    if (data == NULL) return bytes->failed = true, NULL;
    bytes->data = data;
    bytes->room = room;
  }
  char *start = bytes->data + bytes->length;
  bytes->length = needed;
  return start;
}

void batch_bytes_add(batch_bytes *bytes, const void *data, size_t length) {
  char *start = batch_bytes_extend(bytes, length);
  if (start != NULL && length > 0) memcpy(start, data, length);
}

void batch_bytes_add_u32(batch_bytes *bytes, uint32_t number) {
  batch_bytes_add(bytes, &number, sizeof number);
}

void batch_bytes_add_u64(batch_bytes *bytes, uint64_t number) {
  batch_bytes_add(bytes, &number, sizeof number);
}

void batch_bytes_add_string(batch_bytes *bytes, const char *string, size_t length) {
  if (length >= UINT32_MAX) {
    bytes->failed = true;
    return;
  }
  batch_bytes_add_u32(bytes, (uint32_t)length);
  batch_bytes_add(bytes, string, length);
  batch_bytes_add(bytes, "", 1);
}

void batch_bytes_free(batch_bytes *bytes) {
  free(bytes->data);
  *bytes = (batch_bytes){0};
}

static const char *take(batch_reader *reader, size_t size) {
  if (reader->broken || (size_t)(reader->end - reader->at) < size) return reader->broken = true, NULL;
  const char *start = reader->at;
  reader->at += size;
  return start;
}

uint32_t batch_read_u32(batch_reader *reader) {
  uint32_t number = 0;
  const char *start = take(reader, sizeof number);
  if (start != NULL) memcpy(&number, start, sizeof number);
  return number;
}

uint64_t batch_read_u64(batch_reader *reader) {
  uint64_t number = 0;
  const char *start = take(reader, sizeof number);
  if (start != NULL) memcpy(&number, start, sizeof number);
  return number;
}

const char *batch_read_string(batch_reader *reader, size_t *length) {
  size_t size = batch_read_u32(reader);
  const char *start = take(reader, size + 1);
  if (length != NULL) *length = start == NULL ? 0 : size;
  return start == NULL ? "" : start;
}
