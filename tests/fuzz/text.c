/* Bytes to clean text, in every encoding that an archive may be in. The first byte chooses one. */
#include "fuzz.h"

static const char *const encodings[] = {NULL, "CP949", "EUC-KR", "UTF-16LE", "UTF-16BE", "UTF-32", "ISO-8859-1", "UTF-8"};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  const char *encoding = size > 0 ? encodings[data[0] % 8] : NULL, *source = size > 0 ? (const char *)data + 1 : "";
  size_t length = size > 0 ? size - 1 : 0;
  gs_text decoded, clean;
  PROMISE(gs_text_decode(&arena, source, length, encoding, &diagnostics, &decoded) == GISA_OK);
  PROMISE(gs_text_clean(&arena, &decoded, decoded.length / 3, &diagnostics, &clean) == GISA_OK);
  promise_clean(&clean, length);
  const char *unescaped;
  size_t unescaped_length;
  PROMISE(gs_text_unescape(&arena, clean.bytes, clean.length, &unescaped, &unescaped_length) == GISA_OK);
  PROMISE(gs_is_utf8(unescaped, unescaped_length));
  gs_arena_free(&arena);
  return 0;
}
