#include "hostile.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "record/write.h"

#define HOSTILE GISA_SOURCE_DIR "/tests/hostile/"

static char problem[4096];

static const char *read_expectation(culprit *c) {
  char path[512], line[256] = "";
  snprintf(path, sizeof path, HOSTILE "plugins/%s/extractor.lua", c->name);
  FILE *file = fopen(path, "r");
  if (file == NULL || fgets(line, sizeof line, file) == NULL) return "the file cannot be read";
  fclose(file);
  line[strcspn(line, "\n")] = '\0';
  /* One is bytecode, which has no comments. */
  const char *wanted = line[0] == '\x1b' ? "load: attempt to load a binary chunk" : line + strlen("-- expect: ");
  if (line[0] != '\x1b' && strncmp(line, "-- expect: ", 11) != 0) return "its first line is no `-- expect:`";
  size_t length = strcspn(wanted, ":");
  snprintf(c->status, sizeof c->status, "%.*s", (int)length, wanted);
  snprintf(c->wanted, sizeof c->wanted, "%s", wanted[length] == ':' ? wanted + length + 2 : "");
  c->at_load = strcmp(c->status, "load") == 0;
  if (c->at_load) strcpy(c->status, "error");
  return NULL;
}

const char *culprit_open(culprit *c, const char *name, const gisa_limits *limits) {
  char target[512], link[256];
  *c = (culprit){.folder = "/tmp/gisa-hostile-XXXXXX"};
  snprintf(c->name, sizeof c->name, "%s", name);
  const char *wrong = read_expectation(c);
  if (wrong != NULL) return wrong;
  if (mkdtemp(c->folder) == NULL) return "no temporary folder";
  snprintf(target, sizeof target, HOSTILE "plugins/%s", name);
  snprintf(link, sizeof link, "%s/%s", c->folder, name);
  c->engine = gisa_engine_new(NULL);
  if (symlink(target, link) != 0 || c->engine == NULL) return "no link";
  if (limits != NULL && gisa_engine_set_limits(c->engine, limits) != GISA_OK) return gisa_engine_message(c->engine);
  gisa_engine_add_plugins(c->engine, HOSTILE "good");
  gisa_engine_add_plugins(c->engine, c->folder);
  gisa_status status = gisa_engine_load(c->engine);
  if (status != (c->at_load ? GISA_EXTRACTOR : GISA_OK) ||
      (c->at_load && strstr(gisa_engine_message(c->engine), c->wanted) == NULL)) {
    snprintf(problem, sizeof problem, "loading gave %d: %s", (int)status, gisa_engine_message(c->engine));
    return problem;
  }
  return NULL;
}

void culprit_close(culprit *c) {
  char link[256];
  snprintf(link, sizeof link, "%s/%s", c->folder, c->name);
  unlink(link);
  rmdir(c->folder);
  gisa_engine_free(c->engine);
}

gisa_engine *open_good(const gisa_limits *limits) {
  gisa_engine *engine = gisa_engine_new(NULL);
  if (engine == NULL || (limits != NULL && gisa_engine_set_limits(engine, limits) != GISA_OK) ||
      gisa_engine_add_plugins(engine, HOSTILE "good") != GISA_OK || gisa_engine_load(engine) != GISA_OK)
    return NULL;
  return engine;
}

typedef struct text {
  char *bytes;
  size_t length, room;
} text;

static int append(void *context, const char *bytes, size_t length) {
  text *t = context;
  if (t->length + length > t->room) {
    t->room = 2 * (t->length + length);
    char *wider = realloc(t->bytes, t->room);
    if (wider == NULL) return -1;
    t->bytes = wider;
  }
  memcpy(t->bytes + t->length, bytes, length);
  t->length += length;
  return 0;
}

/* The result as a tree: written as YAML, which must read back, since what an extractor did must not break it. */
static gs_value *read_result(gs_arena *arena, gisa_engine *engine, const char *bytes, size_t length, text *written) {
  gisa_result *result;
  gs_value *tree = NULL;
  char message[GS_READ_MESSAGE] = "";
  written->length = 0;
  gisa_status status = gisa_extract(engine, &(gisa_input){.bytes = bytes, .length = length, .path = "a.md"}, &result);
  if (status == GISA_OK) status = gisa_result_write(result, GISA_YAML, append, written);
  if (status == GISA_OK) status = gs_yaml_read(arena, written->bytes, written->length, message, &tree);
  if (status != GISA_OK) snprintf(problem, sizeof problem, "no result: %s %s", gisa_status_text(status), message);
  return status == GISA_OK ? tree : NULL;
}

/* The tree without the culprit: its records, status and diagnostics, and made_with, which tells the two engines apart. */
static gs_value *without(gs_arena *arena, const gs_value *tree, const char *name) {
  gs_value *rest = gs_map(arena);
  for (uint32_t i = 0; i < tree->map.count; i++) {
    const gs_pair *pair = &tree->map.pairs[i];
    if (strcmp(pair->key, name) == 0 || strcmp(pair->key, "made_with") == 0) continue;
    gs_value *kept = pair->value;
    if (strcmp(pair->key, "extractors") == 0 || strcmp(pair->key, "identity") == 0) {
      kept = without(arena, pair->value, name);
    } else if (strcmp(pair->key, "diagnostics") == 0) {
      kept = gs_list(arena);
      for (uint32_t d = 0; d < pair->value->list.count; d++) {
        gs_value *one = pair->value->list.items[d], *stage = gs_map_get(one, "stage");
        if (stage == NULL || strcmp(stage->string.bytes, name) != 0) gs_list_add(arena, kept, one);
      }
    }
    gs_map_set(arena, rest, pair->key, pair->key_length, kept);
  }
  return rest;
}

/* Whether both are written alike; else the problem shows where they part. */
static bool same_bytes(const gs_value *a, const gs_value *b) {
  text one = {0}, other = {0};
  bool written = gs_json_write(a, false, &(gs_sink){append, &one}) == GISA_OK &&
                 gs_json_write(b, false, &(gs_sink){append, &other}) == GISA_OK;
  bool same = written && one.length == other.length && memcmp(one.bytes, other.bytes, one.length) == 0;
  size_t at = 0;
  while (at < one.length && at < other.length && one.bytes[at] == other.bytes[at]) at++;
  size_t from = at < 60 ? 0 : at - 60;
  if (!same)
    snprintf(problem, sizeof problem, "the good extractors' output changed: '%.*s' was '%.*s'",
             (int)(one.length - from < 120 ? one.length - from : 120), one.bytes + from,
             (int)(other.length - from < 120 ? other.length - from : 120), other.bytes + from);
  free(one.bytes);
  free(other.bytes);
  return same;
}

static const char *message_of(const gs_value *tree, const char *name) {
  const gs_value *all = gs_map_get(tree, "diagnostics");
  for (uint32_t i = 0; all != NULL && i < all->list.count; i++) {
    const gs_value *stage = gs_map_get(all->list.items[i], "stage");
    if (stage != NULL && strcmp(stage->string.bytes, name) == 0)
      return gs_map_get(all->list.items[i], "message")->string.bytes;
  }
  return "";
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static const char *compare(culprit *c, gs_arena *arena, const gs_value *tree, const gs_value *alone) {
  const gs_value *status = gs_map_get(gs_map_get(tree, "extractors"), c->name);
  const char *message = message_of(tree, c->name);
  bool limited = c->any_limit && status != NULL && strcmp(status->string.bytes, "limit") == 0;
  if (!limited && (status == NULL || strcmp(status->string.bytes, c->status) != 0 ||
                   (!c->at_load && strstr(message, c->wanted) == NULL))) {
    snprintf(problem, sizeof problem, "status %s, message '%.1000s'; wanted %s: %s",
             status == NULL ? "none" : status->string.bytes, message, c->status, c->wanted);
    return problem;
  }
  return same_bytes(without(arena, tree, c->name), without(arena, alone, c->name)) ? NULL : problem;
}

const char *culprit_try(culprit *c, gisa_engine *good, const char *bytes, size_t length) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  text written = {0};
  double begun = seconds();
  gs_value *tree = read_result(&arena, c->engine, bytes, length, &written);
  double took = seconds() - begun;
  if (took > c->slowest) c->slowest = took;
  gs_value *alone = tree == NULL ? NULL : read_result(&arena, good, bytes, length, &written);
  const char *wrong = alone == NULL ? problem : compare(c, &arena, tree, alone);
  free(written.bytes);
  gs_arena_free(&arena);
  return wrong;
}

static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

void culprits(void (*each)(const char *name)) {
  struct dirent **entries;
  int count = scandir(HOSTILE "plugins", &entries, NULL, by_name);
  for (int i = 0; i < count; i++) {
    if (entries[i]->d_name[0] != '.') each(entries[i]->d_name);
    free(entries[i]);
  }
  if (count >= 0) free(entries);
}
