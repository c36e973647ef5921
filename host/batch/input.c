#include "batch/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/source.h"

int batch_input_refuse(batch_inputs *inputs, const char *path, const char *reason) {
  return batch_deal(inputs->dealer, BATCH_REFUSED, path, "", reason, strlen(reason));
}

static const char *const no_name = "no name for its output can be made: it is too long, or memory is out";

int batch_input_bytes(batch_inputs *inputs, batch_kind kind, const char *path, const char *name, const char *leaf,
                      const char *bytes, size_t length) {
  char made[BATCH_NAME_ROOM];
  if (!batch_name_make(&inputs->names, name, leaf, made)) return batch_input_refuse(inputs, path, no_name);
  return batch_deal(inputs->dealer, kind, path, made, bytes, length);
}

int batch_input_file(batch_inputs *inputs, const char *path, const char *name) {
  return batch_input_bytes(inputs, BATCH_FILE, path, name, NULL, "", 0);
}

static bool has_ending(const char *path, const char *const *endings) {
  size_t length = strlen(path);
  for (; *endings != NULL; endings++) {
    size_t own = strlen(*endings);
    if (length > own && strcasecmp(path + length - own, *endings) == 0) return true;
  }
  return false;
}

bool batch_is_archive(const char *path) {
  static const char *const endings[] = {".tar",     ".tar.gz", ".tgz",  ".tar.zst", ".tzst", ".tar.xz", ".txz",
                                        ".tar.bz2", ".tbz2",   ".zip", NULL};
  return has_ending(path, endings);
}

bool batch_is_lines(const char *path) {
  static const char *const endings[] = {".ndjson", ".jsonl", NULL};
  return has_ending(path, endings);
}

/* Reads in the parent what a worker could not open or nobody could open twice. */
static int read_here(batch_inputs *inputs, int descriptor, const char *path, const char *name) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  const char *bytes;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  gisa_status status = descriptor >= 0
                           ? gs_source_drain(&arena, descriptor, inputs->max_bytes, &bytes, &length, message)
                           : gs_source_read(&arena, path, inputs->max_bytes, &bytes, &length, message);
  int stop = status == GISA_OK ? batch_input_bytes(inputs, BATCH_RECORD, path, name, NULL, bytes, length)
                               : batch_input_refuse(inputs, path, message);
  gs_arena_free(&arena);
  return stop;
}

static int open_lines(batch_inputs *inputs, const char *path, const char *name) {
  int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return batch_input_refuse(inputs, path, strerror(errno));
  int stop = batch_input_lines(inputs, descriptor, path, name);
  close(descriptor);
  return stop;
}

/* A regular file, as the walk found it. */
static int take_file(void *context, const char *path, const char *name, bool linked) {
  batch_inputs *inputs = context;
  if (batch_is_archive(path)) return batch_input_archive(inputs, path, name);
  if (inputs->records || batch_is_lines(path)) return open_lines(inputs, path, name);
  /* Workers may read below the folders that were named, and a link leads anywhere. */
  return linked ? read_here(inputs, -1, path, name) : batch_input_file(inputs, path, name);
}

static int take_refusal(void *context, const char *path, const char *name, const char *reason) {
  (void)name;
  return batch_input_refuse(context, path, reason);
}

static int take_standard_input(batch_inputs *inputs) {
  if (inputs->standard_input) return batch_input_refuse(inputs, "-", "standard input was read already");
  inputs->standard_input = true;
  if (inputs->records) return batch_input_lines(inputs, STDIN_FILENO, "-", "stdin");
  return read_here(inputs, STDIN_FILENO, "-", "stdin");
}

int batch_input_path(batch_inputs *inputs, const char *path, const char *name) {
  if (strcmp(path, "-") == 0) return take_standard_input(inputs);
  struct stat there;
  if (stat(path, &there) != 0) return batch_input_refuse(inputs, path, strerror(errno));
  if (S_ISDIR(there.st_mode) && inputs->walk.has_left_out && there.st_dev == inputs->walk.left_out_device &&
      there.st_ino == inputs->walk.left_out_inode)
    return batch_input_refuse(inputs, path, "is the output folder, which is not read");
  if (S_ISDIR(there.st_mode)) return batch_walk_folder(&inputs->walk, path);
  const char *slash = strrchr(path, '/');
  if (name == NULL) name = slash == NULL ? path : slash + 1;
  /* The worker says what is wrong with a file that is none. */
  return S_ISREG(there.st_mode) ? take_file(inputs, path, name, false) : batch_input_file(inputs, path, name);
}

void batch_inputs_open(batch_inputs *inputs, batch_dealer *dealer, const char *extension, bool unique, size_t max_bytes) {
  *inputs = (batch_inputs){.dealer = dealer,
                           .names = {.extension = extension, .unique = unique},
                           .walk = {.file = take_file, .refuse = take_refusal},
                           .max_bytes = max_bytes};
  inputs->walk.context = inputs;
}

void batch_inputs_close(batch_inputs *inputs) {
  batch_names_free(&inputs->names);
}
