#include "cli/articles.h"

#include <stdio.h>
#include <sys/stat.h>

#include "batch/walk.h"
#include "document/source.h"

/* The largest article that is read. */
#define MAX_ARTICLE_BYTES ((size_t)64 << 20)

typedef struct reading {
  const char *command;
  cli_article_fn *take;
  void *context;
  size_t *failed;
  gs_arena arena;
} reading;

static int refuse(void *context, const char *path, const char *name, const char *reason) {
  reading *r = context;
  (void)name;
  fprintf(stderr, "gisa %s: %s: %s\n", r->command, path, reason);
  ++*r->failed;
  return 0;
}

static int take_file(void *context, const char *path, const char *name, bool linked) {
  (void)linked;
  reading *r = context;
  const char *bytes;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  gs_arena_reset(&r->arena);
  if (gs_source_read(&r->arena, path, MAX_ARTICLE_BYTES, &bytes, &length, message) != GISA_OK)
    return refuse(r, path, name, message);
  return r->take(r->context, path, bytes, length);
}

int cli_each_article(const char *command, const char *path, cli_article_fn *take, void *context, size_t *failed) {
  reading r = {.command = command, .take = take, .context = context, .failed = failed};
  batch_walk walk = {.file = take_file, .refuse = refuse, .context = &r};
  struct stat there;
  gs_arena_init(&r.arena, gs_heap);
  bool folder = stat(path, &there) == 0 && S_ISDIR(there.st_mode);
  int stop = folder ? batch_walk_folder(&walk, path) : take_file(&r, path, path, false);
  gs_arena_free(&r.arena);
  return stop;
}
