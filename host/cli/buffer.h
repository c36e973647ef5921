/* Bytes that grow as they are written; the sink of results that the command reads back or prints later. */
#ifndef CLI_BUFFER_H
#define CLI_BUFFER_H

#include <stddef.h>

/* Begins as {0}; bytes are not NUL-terminated. Freed by cli_buffer_free(). */
typedef struct cli_buffer {
  char *bytes;
  size_t length, room;
} cli_buffer;

/* A write function for gisa_result_write() and gs_sink: context is a cli_buffer. 0, or -1 when memory is out. */
int cli_buffer_write(void *context, const char *bytes, size_t length);

/* Appends formatted text. 0, or -1 when memory is out. */
int cli_buffer_print(cli_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));

void cli_buffer_free(cli_buffer *buffer);

/* The same kind of function for a stream: context is a FILE. */
int cli_stream_write(void *stream, const char *bytes, size_t length);

#endif
