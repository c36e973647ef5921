/* A chunk: some documents that go to a worker together, and what comes back.
 *
 * Request: the length of what follows (u64); the chunk's number (u64); the number of exclusions (u32) and each; the number of documents (u32)
 * and each. Reply: see report.h. */
#ifndef BATCH_CHUNK_H
#define BATCH_CHUNK_H

#include "batch/bytes.h"

/* Documents of a chunk at most; enough that a message costs little for each. */
#define BATCH_CHUNK_DOCUMENTS 64
/* Bytes of a chunk at which it is full, where its documents travel with it. */
#define BATCH_CHUNK_BYTES ((size_t)256 << 10)

typedef enum batch_kind {
  BATCH_FILE,   /* a path that the worker reads */
  BATCH_RECORD, /* bytes that the parent has read */
  BATCH_LINE,   /* a line of NDJSON */
  BATCH_REFUSED /* an input that can't be used: its reason takes the document's place, so that reports keep the order */
} batch_kind;

/* Stands for the whole document in an exclusion. */
#define BATCH_WHOLE UINT32_MAX

/* A document, or one extractor of it, that is not to be run again. */
typedef struct batch_exclusion {
  uint32_t document; /* its place in the chunk */
  uint32_t extractor;
  uint32_t limit; /* 1: the status is "limit", 0: "error" */
  char reason[160];
} batch_exclusion;

typedef enum batch_chunk_state { BATCH_WAITING, BATCH_DEALT, BATCH_DONE } batch_chunk_state;

typedef struct batch_chunk {
  struct batch_chunk *next;
  uint64_t number;
  batch_chunk_state state;
  uint32_t count;
  batch_bytes documents;
  batch_exclusion *exclusions;
  uint32_t exclusion_count;
  uint8_t strikes[BATCH_CHUNK_DOCUMENTS]; /* how many workers each document has cost */
  uint8_t losses; /* how many it has cost between documents */
  batch_bytes reply;
} batch_chunk;

batch_chunk *batch_chunk_new(uint64_t number);
void batch_chunk_free(batch_chunk *chunk);

/* Adds a document; false when memory is out. */
bool batch_chunk_add(batch_chunk *chunk, batch_kind kind, const char *path, const char *name, const char *bytes,
                     size_t length);
bool batch_chunk_exclude(batch_chunk *chunk, const batch_exclusion *exclusion);

/* Appends the chunk's request to bytes; see failed there. */
void batch_chunk_request(const batch_chunk *chunk, batch_bytes *bytes);

/* A document as the worker reads it; strings point into the request. */
typedef struct batch_document {
  batch_kind kind;
  const char *path, *name, *bytes; /* bytes of a refusal: the reason */
  size_t length;
} batch_document;

batch_document batch_document_read(batch_reader *request);

#endif
