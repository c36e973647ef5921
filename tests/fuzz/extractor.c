/* Any source of an extractor: loaded, and where that works run twice. */
#include "scripts.h"

static const char article[] = "---\nid: a\ntags: [b, c]\n---\n# 제목\n\n홍길동 교수는 \"시작이다\"라고 말했다. 끝이다.\n";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gs_limits limits = gs_limit_defaults;
  limits.instructions = 20000; /* small, so that loops cost the fuzzer little */
  limits.memory = (size_t)1 << 20;
  gs_patterns patterns;
  PROMISE(gs_patterns_open(&patterns, gs_heap) == GISA_OK);
  gs_library library;
  gs_library_open(&library, gs_heap, no_folders);
  gs_extractor extractor;
  char message[GS_SCRIPT_MESSAGE] = "";
  gisa_status status = gs_extractor_load(&extractor, source_file(data, size), gs_heap, &limits, &patterns, &library, message);
  if (status == GISA_OK) {
    gs_arena arena;
    gs_arena_init(&arena, gs_heap);
    gs_document document;
    read_document(&arena, article, sizeof article - 1, &document);
    run(&extractor, &arena, &document);
    run(&extractor, &arena, &document);
    gs_arena_free(&arena);
    gs_extractor_free(&extractor);
  } else {
    PROMISE(message[0] != '\0' && gs_is_utf8(message, strlen(message)));
  }
  gs_library_close(&library);
  gs_patterns_close(&patterns);
  return 0;
}
