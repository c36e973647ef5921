#include "batch/chunk.h"

#include <stdlib.h>
#include <string.h>

batch_chunk *batch_chunk_new(uint64_t number) {
  batch_chunk *chunk = calloc(1, sizeof *chunk);
  if (chunk != NULL) chunk->number = number;
  return chunk;
}

void batch_chunk_free(batch_chunk *chunk) {
  if (chunk == NULL) return;
  batch_bytes_free(&chunk->documents);
  batch_bytes_free(&chunk->reply);
  free(chunk->exclusions);
  free(chunk);
}

bool batch_chunk_add(batch_chunk *chunk, batch_kind kind, const char *path, const char *name, const char *bytes,
                     size_t length) {
  batch_bytes *to = &chunk->documents;
  batch_bytes_add_u32(to, kind);
  batch_bytes_add_string(to, path, strlen(path));
  batch_bytes_add_string(to, name, strlen(name));
  batch_bytes_add_string(to, bytes, length);
  if (to->failed) return false;
  chunk->count++;
  return true;
}

batch_document batch_document_read(batch_reader *request) {
  batch_document document = {.kind = (batch_kind)batch_read_u32(request)};
  document.path = batch_read_string(request, NULL);
  document.name = batch_read_string(request, NULL);
  document.bytes = batch_read_string(request, &document.length);
  return document;
}

bool batch_chunk_exclude(batch_chunk *chunk, const batch_exclusion *exclusion) {
  batch_exclusion *exclusions = realloc(chunk->exclusions, (chunk->exclusion_count + 1) * sizeof *exclusions);
  if (exclusions == NULL) return false;
  exclusions[chunk->exclusion_count++] = *exclusion;
  chunk->exclusions = exclusions;
  return true;
}

void batch_chunk_request(const batch_chunk *chunk, batch_bytes *bytes) {
  size_t exclusions = chunk->exclusion_count * sizeof *chunk->exclusions;
  batch_bytes_add_u64(bytes, sizeof(uint64_t) + 2 * sizeof(uint32_t) + exclusions + chunk->documents.length);
  batch_bytes_add_u64(bytes, chunk->number);
  batch_bytes_add_u32(bytes, chunk->exclusion_count);
  batch_bytes_add(bytes, chunk->exclusions, exclusions);
  batch_bytes_add_u32(bytes, chunk->count);
  batch_bytes_add(bytes, chunk->documents.data, chunk->documents.length);
}
