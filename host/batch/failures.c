#include "batch/failures.h"

#include <errno.h>
#include <string.h>

#include "record/value.h"
#include "record/write.h"
#include "text/text.h"

bool batch_failures_open(batch_failures *failures, const char *path) {
  *failures = (batch_failures){.stream = stderr, .json = path != NULL};
  gs_arena_init(&failures->arena, gs_heap);
  if (path != NULL) failures->stream = fopen(path, "we");
  return failures->stream != NULL;
}

static int write_stream(void *stream, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, stream) == length ? 0 : -1;
}

/* Paths are bytes, and JSON is UTF-8: what is invalid becomes U+FFFD. NULL: memory is out. */
static gs_value *text(gs_arena *arena, const char *bytes) {
  gs_diagnostics ignored;
  gs_text decoded, clean;
  gs_diagnostics_init(&ignored, arena);
  size_t length = strlen(bytes);
  if (gs_text_decode(arena, bytes, length, "UTF-8", &ignored, &decoded) != GISA_OK ||
      gs_text_clean(arena, &decoded, decoded.length, &ignored, &clean) != GISA_OK)
    return NULL;
  return gs_string(arena, clean.bytes, clean.length);
}

static int add_json(batch_failures *failures, const batch_failure *failure) {
  gs_arena *arena = &failures->arena;
  gs_arena_reset(arena);
  gs_value *map = gs_map(arena);
  gs_value *extractor = failure->extractor[0] == '\0' ? gs_null(arena) : text(arena, failure->extractor);
  bool whole = map != NULL && gs_map_set(arena, map, "path", 4, text(arena, failure->path)) &&
               gs_map_set(arena, map, "extractor", 9, extractor) &&
               gs_map_set(arena, map, "status", 6, text(arena, failure->status)) &&
               gs_map_set(arena, map, "message", 7, text(arena, failure->message));
  if (!whole) return ENOMEM;
  errno = 0;
  gs_sink sink = {write_stream, failures->stream};
  if (gs_json_write(map, false, &sink) == GISA_OK) return 0;
  return errno != 0 ? errno : EIO;
}

int batch_failures_add(batch_failures *failures, const batch_failure *failure) {
  if (failures->json) return add_json(failures, failure);
  if (failure->extractor[0] == '\0')
    fprintf(failures->stream, "gisa run: %s: %s\n", failure->path, failure->message);
  else
    fprintf(failures->stream, "gisa run: %s: %s: %s: %s\n", failure->path, failure->extractor, failure->status,
            failure->message);
  return 0; /* there is nobody to tell that standard error is gone */
}

int batch_failures_close(batch_failures *failures) {
  gs_arena_free(&failures->arena);
  if (!failures->json || failures->stream == NULL) return 0;
  return fclose(failures->stream) == 0 ? 0 : errno;
}
