#include "cli/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int make_room(cli_buffer *buffer, size_t length) {
  if (buffer->room - buffer->length >= length) return 0;
  size_t room = buffer->room * 2 + length + 4096;
  char *grown = realloc(buffer->bytes, room);
  if (grown == NULL) return -1;
  buffer->bytes = grown;
  buffer->room = room;
  return 0;
}

int cli_buffer_write(void *context, const char *bytes, size_t length) {
  cli_buffer *buffer = context;
  if (make_room(buffer, length) != 0) return -1;
  if (length > 0) memcpy(buffer->bytes + buffer->length, bytes, length);
  buffer->length += length;
  return 0;
}

int cli_buffer_print(cli_buffer *buffer, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  int failed = length < 0 || make_room(buffer, (size_t)length + 1) != 0;
  if (!failed) {
    vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
    buffer->length += (size_t)length;
  }
  va_end(again);
  va_end(arguments);
  return failed ? -1 : 0;
}

void cli_buffer_free(cli_buffer *buffer) {
  free(buffer->bytes);
  *buffer = (cli_buffer){0};
}

int cli_stream_write(void *stream, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, stream) == length ? 0 : -1;
}
