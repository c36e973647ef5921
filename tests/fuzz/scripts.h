/* An extractor from source in memory, run over a document. */
#ifndef TESTS_FUZZ_SCRIPTS_H
#define TESTS_FUZZ_SCRIPTS_H

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"
#include "script/call.h"
#include "script/library.h"
#include "script/pattern_cache.h"

static const char *no_folders[] = {NULL};

/* The loader reads files: one in memory, which the process keeps. */
static inline const char *source_file(const void *bytes, size_t length) {
  static char path[32];
  static int file = -1;
  if (file < 0) file = memfd_create("extractor", 0);
  PROMISE(file >= 0 && ftruncate(file, 0) == 0 && pwrite(file, bytes, length, 0) == (ssize_t)length);
  snprintf(path, sizeof path, "/proc/self/fd/%d", file);
  return path;
}

static inline void read_document(gs_arena *arena, const char *source, size_t length, gs_document *document) {
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, arena);
  PROMISE(gs_document_parse(arena, source, length, NULL, &gs_document_defaults, &diagnostics, document) == GISA_OK);
}

static inline void run(gs_extractor *extractor, gs_arena *arena, const gs_document *document) {
  gs_records records;
  char message[GS_SCRIPT_MESSAGE] = "";
  gs_call_status status = gs_extractor_call(extractor, arena, document, "id", NULL, 0, NULL, NULL, &records, message);
  PROMISE((status == GS_CALL_ERROR || status == GS_CALL_LIMIT) == (message[0] != '\0'));
  PROMISE(status == GS_CALL_OK || records.count == 0);
  PROMISE(gs_is_utf8(message, strlen(message)));
}

#endif
