/* NDJSON: one document a line. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/input.h"
#include "batch/json_line.h"

#define BLOCK 65536

typedef struct reading {
  batch_inputs *inputs;
  const char *path, *name;
  unsigned long long number; /* of the line at hand, from 1 */
  batch_bytes line;
  size_t most;   /* bytes of a line */
  bool too_long; /* the rest of the line at hand is passed over */
} reading;

static bool is_blank(const batch_bytes *line) {
  for (size_t i = 0; i < line->length; i++)
    if (strchr(" \t\r", line->data[i]) == NULL || line->data[i] == '\0') return false;
  return true;
}

/* Of longer ids the beginning counts, which has room in a name in any case: it is cut and marked with its hash. */
#define ID_ROOM 1024

/* The output of a record is called by its id, or by its line where it has none. */
static void name_output(const reading *r, char id[ID_ROOM]) {
  id[0] = '\0';
  if (r->inputs->names.extension != NULL) batch_json_line_id(r->line.data, r->line.length, id, ID_ROOM);
  if (id[0] == '\0') snprintf(id, ID_ROOM, "line-%llu", r->number);
}

static int take_line(reading *r) {
  char path[BATCH_NAME_ROOM + 32], id[ID_ROOM], reason[96];
  snprintf(path, sizeof path, "%.4095s:%llu", r->path, r->number);
  int stop = 0;
  if (r->line.failed || r->too_long) {
    snprintf(reason, sizeof reason, "is a line of more than %zu bytes (--max-bytes)", r->most);
    stop = batch_input_refuse(r->inputs, path, r->line.failed ? "out of memory" : reason);
  } else if (!is_blank(&r->line)) {
    r->inputs->names.unique = true; /* ids may be the same */
    name_output(r, id);
    stop = batch_input_bytes(r->inputs, BATCH_LINE, path, r->name, id, r->line.data, r->line.length);
  }
  r->line.length = 0;
  r->line.failed = r->too_long = false;
  r->number++;
  return stop;
}

static int take_block(reading *r, const char *block, size_t length) {
  while (length > 0) {
    const char *end = memchr(block, '\n', length);
    size_t part = end == NULL ? length : (size_t)(end - block);
    if (r->line.length + part > r->most) r->too_long = true;
    if (!r->too_long) batch_bytes_add(&r->line, block, part);
    if (end == NULL) return 0;
    int stop = take_line(r);
    if (stop != 0) return stop;
    block += part + 1;
    length -= part + 1;
  }
  return 0;
}

int batch_input_lines(batch_inputs *inputs, int descriptor, const char *path, const char *name) {
  struct stat facts;
  bool slow = fstat(descriptor, &facts) == 0 && !S_ISREG(facts.st_mode);
  /* Escapes make JSON up to six times as long as its text; twice is what real ones come to. */
  reading r = {.inputs = inputs, .path = path, .name = name, .number = 1, .most = 2 * inputs->max_bytes + BLOCK};
  char block[BLOCK];
  int stop = 0;
  while (stop == 0) {
    if (slow && (stop = batch_deal_await(inputs->dealer, descriptor)) != 0) break;
    ssize_t got = read(descriptor, block, sizeof block);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got < 0) stop = batch_input_refuse(inputs, path, strerror(errno));
    if (got <= 0) break;
    stop = take_block(&r, block, (size_t)got);
  }
  if (stop == 0 && (r.line.length > 0 || r.too_long)) stop = take_line(&r);
  batch_bytes_free(&r.line);
  return stop;
}
