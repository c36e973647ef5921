/* Where documents come from: a regular file, or a stream that ends. */
#ifndef GS_DOCUMENT_SOURCE_H
#define GS_DOCUMENT_SOURCE_H

#include <stddef.h>

#include "gisa.h"
#include "text/arena.h"

/* Room for a message of these functions, in bytes. */
#define GS_SOURCE_MESSAGE 256

/* Reads the file at path whole into the arena. message (at least 256 bytes) tells what was wrong in words for a person, e.g.
 * "is a folder", "No such file or directory", "has 5000000 bytes, over the limit of 4194304 (--max-bytes)".
 * GISA_IO: missing, unreadable, not a regular file (never opens a FIFO or a device for waiting). GISA_TOO_LARGE. GISA_NO_MEMORY. */
gisa_status gs_source_read(gs_arena *arena, const char *path, size_t limit, const char **bytes, size_t *length,
                           char *message);

/* The same from an open descriptor until its end. */
gisa_status gs_source_drain(gs_arena *arena, int descriptor, size_t limit, const char **bytes, size_t *length,
                            char *message);

#endif
