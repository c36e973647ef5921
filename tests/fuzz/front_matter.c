/* Front matter, strict and lenient: the input stands between two rules, above a body that must be found. */
#include <string.h>

#include "fuzz.h"
#include "document/front_matter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static const char before[] = "---\n", after[] = "\n---\n\n첫 문장이다.\n";
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  size_t length = sizeof before - 1 + size + sizeof after - 1;
  char *source = gs_arena_alloc(&arena, length);
  PROMISE(source != NULL);
  memcpy(source, before, sizeof before - 1);
  if (size > 0) memcpy(source + sizeof before - 1, data, size);
  memcpy(source + sizeof before - 1 + size, after, sizeof after - 1);
  promise_document(&arena, source, length);

  /* Both readings of the same bytes. The strict one may refuse, with a reason; the lenient one may not. */
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  gs_text decoded, clean;
  PROMISE(gs_text_decode(&arena, source, length, NULL, &diagnostics, &decoded) == GISA_OK);
  PROMISE(gs_text_clean(&arena, &decoded, decoded.length, &diagnostics, &clean) == GISA_OK);
  gs_front_matter_reader reader = {&arena, &clean, gs_document_defaults.front_matter_depth, &diagnostics};
  gs_yaml_fault fault;
  gs_span piece = {0, clean.length};
  if (clean.length <= gs_document_defaults.front_matter_bytes)
    PROMISE(gs_strict_read(&reader, piece, &fault) != NULL || fault.message[0] != '\0');
  PROMISE(gs_lenient_read(&reader, piece) != NULL);
  gs_arena_free(&arena);
  return 0;
}
