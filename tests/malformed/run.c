#include "run.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "document/source.h"
#include "record/read.h"
#include "text/utf8.h"

static char problem[1024];
static gs_arena seed_arena;

static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

const char *malformed_open(malformed *m, const char *plugins, const char *folder) {
  struct dirent **entries;
  *m = (malformed){0};
  int count = scandir(folder, &entries, NULL, by_name);
  if (count < 0) return "no such folder of articles";
  gs_arena_init(&seed_arena, gs_heap);
  m->seeds = calloc((size_t)count, sizeof *m->seeds);
  m->room = malloc(MALFORMED_ROOM);
  for (int i = 0; i < count; i++) {
    char path[4096], message[GS_SOURCE_MESSAGE];
    snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
    article *seed = &m->seeds[m->seed_count];
    if (entries[i]->d_name[0] != '.' &&
        gs_source_read(&seed_arena, path, MALFORMED_ROOM / 4, &seed->bytes, &seed->length, message) == GISA_OK)
      m->seed_count++;
    free(entries[i]);
  }
  free(entries);
  m->engine = gisa_engine_new(NULL);
  if (m->seed_count == 0 || m->engine == NULL) return "no articles";
  if (gisa_engine_add_plugins(m->engine, plugins) != GISA_OK || gisa_engine_load(m->engine) != GISA_OK)
    return gisa_engine_message(m->engine);
  return NULL;
}

void malformed_close(malformed *m) {
  gisa_engine_free(m->engine);
  gs_arena_free(&seed_arena);
  free(m->seeds);
  free(m->room);
}

typedef struct text {
  char *bytes;
  size_t length, room;
} text;

static int append(void *context, const char *bytes, size_t length) {
  text *t = context;
  if (t->length + length > t->room) {
    t->room = 2 * (t->length + length);
    t->bytes = realloc(t->bytes, t->room);
    if (t->bytes == NULL) return -1;
  }
  memcpy(t->bytes + t->length, bytes, length);
  t->length += length;
  return 0;
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* Whether the places lie within the source. */
static bool places_fit(const gs_value *value, size_t length) {
  if (value->kind == GS_LIST)
    for (uint32_t i = 0; i < value->list.count; i++)
      if (!places_fit(value->list.items[i], length)) return false;
  if (value->kind != GS_MAP) return true;
  const gs_value *at = gs_map_get(value, "at");
  if (at != NULL && at->kind == GS_LIST && at->list.count == 2) {
    int64_t start = at->list.items[0]->integer, stop = at->list.items[1]->integer;
    if (start < 0 || stop < start || (uint64_t)stop > length) return false;
  }
  for (uint32_t i = 0; i < value->map.count; i++)
    if (!places_fit(value->map.pairs[i].value, length)) return false;
  return true;
}

static const char *check(malformed *m, const char *source, size_t length, const gisa_result *result, gs_arena *arena, text *written) {
  gs_value *tree, *again;
  char message[GS_READ_MESSAGE];
  /* An extractor may run out of its budget on such a text (thousands of marks in one sentence), but has no error. */
  const char *failure;
  for (size_t i = 0; (failure = gisa_result_failure(result, i)) != NULL; i++)
    if (strstr(failure, ": error: ") != NULL) return failure;
  m->limited += gisa_result_failures(result) > 0;
  if (gisa_result_write(result, GISA_YAML, append, written) != GISA_OK) return "the result cannot be written";
  if (gs_yaml_read(arena, written->bytes, written->length, message, &tree) != GISA_OK) {
    snprintf(problem, sizeof problem, "the YAML does not read back: %s", message);
    return problem;
  }
  written->length = 0;
  if (gisa_result_write(result, GISA_NDJSON, append, written) != GISA_OK ||
      gs_json_read(arena, written->bytes, written->length, message, &again) != GISA_OK)
    return "the JSON does not read back";
  if (!gs_value_equal(tree, again)) return "YAML and JSON differ";
  if (!places_fit(tree, length)) return "a place lies outside the source";
  bool diagnosed = gs_map_get(tree, "diagnostics")->list.count > 0;
  m->repaired += diagnosed;
  /* A byte that is no text can't go unsaid; what begins with a mark of UTF-16 or UTF-32 is text, whatever its bytes. */
  bool wide = length >= 2 && (memcmp(source, "\xff\xfe", 2) == 0 || memcmp(source, "\xfe\xff", 2) == 0 || memcmp(source, "\0\0", 2) == 0);
  if (!diagnosed && !wide && (!gs_is_utf8(source, length) || memchr(source, '\0', length) != NULL)) return "repaired without a diagnostic";
  return NULL;
}

const char *malformed_try(malformed *m, uint32_t number) {
  size_t length = mutate(m->seeds, m->seed_count, number, m->room, MALFORMED_ROOM);
  /* A block of its own, so that a sanitizer sees reading behind it. */
  char *source = malloc(length == 0 ? 1 : length);
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  text written = {0};
  memcpy(source, m->room, length);
  gisa_result *result;
  double begun = seconds();
  gisa_status status = gisa_extract(m->engine, &(gisa_input){.bytes = source, .length = length, .path = "a.md"}, &result);
  double took = seconds() - begun;
  if (took > m->slowest) m->slowest = took, m->slowest_number = number;
  const char *wrong = status != GISA_OK ? gisa_engine_message(m->engine) : check(m, source, length, result, &arena, &written);
  if (wrong != NULL && wrong != problem) snprintf(problem, sizeof problem, "%s", wrong);
  free(written.bytes);
  free(source);
  gs_arena_free(&arena);
  return wrong == NULL ? NULL : problem;
}
