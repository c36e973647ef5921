/* A sink that keeps what was written, for tests. */
#ifndef GS_TESTS_RECORD_WRITTEN_H
#define GS_TESTS_RECORD_WRITTEN_H

#include <stdlib.h>
#include <string.h>

#include "record/write.h"

typedef struct written {
  char *bytes; /* with a NUL behind the last */
  size_t length, room;
} written;

static inline int written_add(void *context, const char *bytes, size_t length) {
  written *to = context;
  if (to->room - to->length <= length) {
    size_t room = (to->length + length + 1) * 2;
    char *grown = realloc(to->bytes, room);
    if (!grown) return -1;
    to->bytes = grown;
    to->room = room;
  }
  memcpy(to->bytes + to->length, bytes, length);
  to->length += length;
  to->bytes[to->length] = '\0';
  return 0;
}

static inline gs_sink written_sink(written *to) {
  return (gs_sink){.write = written_add, .context = to};
}

#endif
