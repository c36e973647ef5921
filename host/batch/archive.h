/* Archives, read as folders and never unpacked to disk. */
#ifndef BATCH_ARCHIVE_H
#define BATCH_ARCHIVE_H

#include <stddef.h>

#include "batch/bytes.h"

/* Who gets the members. Each function returns 0 to go on. */
typedef struct batch_archive_taker {
  void *context;
  size_t max_bytes; /* of one member */
  /* A member: path is for messages, name begins with that of the archive; both and the bytes are lent. */
  int (*take)(void *context, const char *path, const char *name, const char *bytes, size_t length);
  int (*refuse)(void *context, const char *path, const char *reason);
} batch_archive_taker;

/* Reads the archive at path, which is called name among the outputs. What a taker returned that ended it, else 0. */
int batch_archive_read(const char *path, const char *name, const batch_archive_taker *taker);

#endif
