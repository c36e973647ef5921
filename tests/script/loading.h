/* Extractors and documents for tests: from source text in memory, through the real loader. */
#ifndef TESTS_SCRIPT_LOADING_H
#define TESTS_SCRIPT_LOADING_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "script/call.h"
#include "script/library.h"
#include "script/pattern_cache.h"

typedef struct loading {
  char folder[64], path[128];
  gs_patterns patterns;
  gs_library library;
  gs_extractor extractor;
  gisa_status status;
  char message[GS_SCRIPT_MESSAGE];
} loading;

static const char *loading_folders[] = {GISA_SOURCE_DIR "/tests/script/lib", GISA_SOURCE_DIR "/plugins/lib", NULL};

static inline void write_file(const char *path, const char *bytes, size_t length) {
  FILE *file = fopen(path, "wb");
  cr_assert_not_null(file, "%s", path);
  cr_assert_eq(fwrite(bytes, 1, length, file), length);
  fclose(file);
}

/* Writes source to a folder of its own and loads it as an extractor. */
static inline void load_source(loading *l, const char *source, size_t length) {
  memset(l, 0, sizeof *l);
  strcpy(l->folder, "/tmp/gisa-test-XXXXXX");
  cr_assert_not_null(mkdtemp(l->folder));
  snprintf(l->path, sizeof l->path, "%s/extractor.lua", l->folder);
  write_file(l->path, source, length);
  cr_assert_eq(gs_patterns_open(&l->patterns, gs_heap), GISA_OK);
  gs_library_open(&l->library, gs_heap, loading_folders);
  l->status = gs_extractor_load(&l->extractor, l->path, gs_heap, &gs_limit_defaults, &l->patterns, &l->library,
                                l->message);
}

static inline void unload(loading *l) {
  if (l->status == GISA_OK) gs_extractor_free(&l->extractor);
  gs_library_close(&l->library);
  gs_patterns_close(&l->patterns);
  unlink(l->path);
  rmdir(l->folder);
}

#endif
