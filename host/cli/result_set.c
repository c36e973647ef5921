#include "cli/result_set.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/articles.h"
#include "cli/buffer.h"
#include "cli/command.h"
#include "record/read.h"
#include "record/write.h"

typedef struct reading {
  const char *command, *path;
  cli_result_fn *take;
  void *context;
  gs_arena arena;
  int status;
} reading;

static const char *string_at(const gs_value *map, const char *key) {
  const gs_value *value = gs_map_get(map, key);
  return value != NULL && value->kind == GS_STRING ? value->string.bytes : NULL;
}

static gisa_status take_result(void *context, gs_value *result, char *message) {
  reading *r = context;
  const char *id = string_at(gs_map_get(result, "article"), "id");
  if (id == NULL) id = string_at(gs_map_get(result, "source"), "path");
  if (id == NULL) {
    snprintf(message, GS_READ_MESSAGE, "holds something else than results of gisa: no article.id");
    return GISA_USAGE;
  }
  return r->take(r->context, id, result) == 0 ? GISA_OK : GISA_NO_MEMORY;
}

/* NDJSON, or one JSON text over many lines. */
static gisa_status read_json(reading *r, const char *bytes, size_t length, char *message) {
  gs_value *tree;
  for (size_t at = 0; at < length;) {
    const char *end = memchr(bytes + at, '\n', length - at);
    size_t size = end == NULL ? length - at : (size_t)(end - bytes) - at;
    gs_arena_reset(&r->arena);
    gisa_status status = GISA_OK;
    if (strspn(bytes + at, " \t\r") < size) {
      status = gs_json_read(&r->arena, bytes + at, size, message, &tree);
      if (status == GISA_USAGE && at == 0) {
        size = length;
        status = gs_json_read(&r->arena, bytes, length, message, &tree);
      }
      if (status == GISA_OK) status = take_result(r, tree, message);
    }
    if (status != GISA_OK) return status;
    at += size + 1;
  }
  return GISA_OK;
}

static int read_file(void *context, const char *path, const char *bytes, size_t length) {
  reading *r = context;
  char message[GS_READ_MESSAGE] = "";
  size_t first = strspn(bytes, " \t\r\n");
  gisa_status status = first < length && bytes[first] == '{'
                           ? read_json(r, bytes, length, message)
                           : gs_yaml_read_stream(&r->arena, bytes, length, message, take_result, r);
  if (status == GISA_OK) return 0;
  fprintf(stderr, "gisa %s: %s: %s\n", r->command, path, message[0] == '\0' ? gisa_status_text(status) : message);
  r->status = status == GISA_NO_MEMORY ? CLI_HOST : CLI_USAGE;
  return 1;
}

int cli_each_result(const char *command, const char *path, cli_result_fn *take, void *context) {
  reading r = {.command = command, .path = path, .take = take, .context = context, .status = CLI_WELL};
  size_t failed = 0;
  gs_arena_init(&r.arena, gs_heap);
  cli_each_article(command, path, read_file, &r, &failed);
  gs_arena_free(&r.arena);
  return r.status == CLI_WELL && failed > 0 ? CLI_USAGE : r.status;
}

void cli_result_set_open(cli_result_set *set) {
  *set = (cli_result_set){0};
  gs_arena_init(&set->arena, gs_heap);
}

int cli_result_set_add(cli_result_set *set, const char *id, const gs_value *result) {
  if (set->count == set->room) {
    size_t room = set->room * 2 + 256;
    cli_stored *items = realloc(set->items, room * sizeof *items);
    if (items == NULL) return -1;
    set->items = items;
    set->room = room;
  }
  cli_buffer text = {0};
  bool written = gs_json_write(result, false, &(gs_sink){cli_buffer_write, &text}) == GISA_OK;
  cli_stored stored = {.length = text.length};
  stored.id = gs_arena_copy(&set->arena, id, strlen(id));
  stored.json = written ? gs_arena_copy(&set->arena, text.bytes, text.length) : NULL;
  cli_buffer_free(&text);
  if (stored.id == NULL || stored.json == NULL) return -1;
  set->items[set->count++] = stored;
  return 0;
}

static int store(void *set, const char *id, const gs_value *result) {
  return cli_result_set_add(set, id, result);
}

static int by_id(const void *a, const void *b) {
  return strcmp(((const cli_stored *)a)->id, ((const cli_stored *)b)->id);
}

void cli_result_set_sort(cli_result_set *set) {
  if (set->count > 0) qsort(set->items, set->count, sizeof *set->items, by_id);
}

int cli_result_set_read(const char *command, const char *path, cli_result_set *set) {
  cli_result_set_open(set);
  int status = cli_each_result(command, path, store, set);
  cli_result_set_sort(set);
  return status;
}

cli_stored *cli_result_set_find(const cli_result_set *set, const char *id) {
  if (set->count == 0) return NULL;
  return bsearch(&(cli_stored){.id = id}, set->items, set->count, sizeof *set->items, by_id);
}

void cli_result_set_free(cli_result_set *set) {
  free(set->items);
  gs_arena_free(&set->arena);
}
