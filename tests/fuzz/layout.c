/* A whole file: layout, paragraphs, sentences, quoted stretches. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  promise_document(&arena, size > 0 ? (const char *)data : "", size);
  gs_arena_free(&arena);
  return 0;
}
