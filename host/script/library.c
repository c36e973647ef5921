#include "script/library.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "document/source.h"

/* A file is read whole; the largest shipped word list has 60 kB. */
#define MAX_FILE_BYTES ((size_t)4 << 20)

void gs_library_open(gs_library *library, gs_allocator allocator, const char **folders) {
  *library = (gs_library){.folders = folders};
  gs_arena_init(&library->memory, allocator);
}

void gs_library_close(gs_library *library) {
  gs_arena_free(&library->memory);
  library->files = NULL;
}

gisa_status gs_library_read(gs_library *library, const char *path, gs_library_file **file, char *message) {
  /* Some eighty files, each asked for a few times. */
  for (*file = library->files; *file != NULL; *file = (*file)->next)
    if (strcmp((*file)->path, path) == 0) return GISA_OK;
  struct stat there;
  if (stat(path, &there) != 0 && (errno == ENOENT || errno == ENOTDIR)) return GISA_OK;
  gs_library_file read = {.next = library->files};
  gisa_status status = gs_source_read(&library->memory, path, MAX_FILE_BYTES, &read.bytes, &read.length, message);
  if (status != GISA_OK) return status;
  read.path = gs_arena_copy(&library->memory, path, strlen(path));
  gs_library_file *kept = gs_arena_alloc(&library->memory, sizeof *kept);
  if (read.path == NULL || kept == NULL) {
    strcpy(message, "out of memory");
    return GISA_NO_MEMORY;
  }
  *kept = read;
  *file = library->files = kept;
  return GISA_OK;
}
