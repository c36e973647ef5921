/* --files-from: a list of paths. */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/input.h"

#define BLOCK 65536

typedef struct reading {
  batch_inputs *inputs;
  const char *list; /* its path, for messages */
  char end;         /* newline or NUL */
  bool decided;     /* end is known */
  char path[PATH_MAX];
  size_t length;
  bool too_long; /* the path at hand has no room */
} reading;

static int take_path(reading *r) {
  size_t length = r->length;
  r->length = 0;
  r->path[length] = '\0';
  if (r->too_long) {
    r->too_long = false;
    return batch_input_refuse(r->inputs, r->list, "lists a path of more than 4095 bytes");
  }
  return length == 0 ? 0 : batch_input_path(r->inputs, r->path, r->path);
}

static int take_block(reading *r, const char *block, size_t length) {
  if (!r->decided) r->end = memchr(block, '\0', length) != NULL ? '\0' : '\n';
  r->decided = true;
  for (size_t i = 0; i < length; i++) {
    if (block[i] == r->end) {
      int stop = take_path(r);
      if (stop != 0) return stop;
    } else if (r->length + 1 < sizeof r->path) {
      r->path[r->length++] = block[i];
    } else {
      r->too_long = true;
    }
  }
  return 0;
}

int batch_input_list(batch_inputs *inputs, const char *path) {
  bool standard = strcmp(path, "-") == 0;
  if (standard) inputs->standard_input = true;
  int descriptor = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor < 0) return batch_input_refuse(inputs, path, strerror(errno));
  reading r = {.inputs = inputs, .list = path};
  char block[BLOCK];
  int stop = 0;
  while (stop == 0) {
    if ((stop = batch_deal_await(inputs->dealer, descriptor)) != 0) break;
    ssize_t got = read(descriptor, block, sizeof block);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got < 0) stop = batch_input_refuse(inputs, path, strerror(errno));
    if (got <= 0) break;
    stop = take_block(&r, block, (size_t)got);
  }
  if (stop == 0 && (r.length > 0 || r.too_long)) stop = take_path(&r);
  if (!standard) close(descriptor);
  return stop;
}
