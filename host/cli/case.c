#include "cli/case.h"

#include <stdio.h>
#include <string.h>

#include "document/source.h"
#include "record/read.h"
#include "script/extractor.h"

#define MESSAGE CLI_CASE_MESSAGE
#define MAX_CASES_BYTES ((size_t)16 << 20)

typedef struct reading {
  gs_arena *arena;
  const char *folder;
  char *message;
} reading;

static gisa_status refuse(const reading *r, const cli_case *c, const char *what) {
  snprintf(r->message, MESSAGE, "%.300s/cases.yaml:%zu: case '%.100s': %s", r->folder, c->line,
           c->name == NULL ? "?" : c->name, what);
  return GISA_USAGE;
}

/* A string of the case; numbers that YAML made of a plain scalar are not accepted. */
static const char *string_of(const gs_value *map, const char *key, size_t *length) {
  const gs_value *value = gs_map_get(map, key);
  if (value == NULL || value->kind != GS_STRING) return NULL;
  if (length != NULL) *length = value->string.length;
  return value->string.bytes;
}

static gisa_status check_keys(const reading *r, const cli_case *c, const gs_value *map) {
  static const char *const known[] = {"case", "text", "file", "meta", "config", "expect", "must_fail"};
  for (uint32_t i = 0; i < map->map.count; i++) {
    size_t k = 0;
    while (k < sizeof known / sizeof known[0] && strcmp(map->map.pairs[i].key, known[k]) != 0) k++;
    if (k < sizeof known / sizeof known[0]) continue;
    const char *key = map->map.pairs[i].key, *nearest = gs_nearest(key, known, sizeof known / sizeof known[0]);
    char what[160];
    if (nearest != NULL)
      snprintf(what, sizeof what, "unknown key '%.40s'; did you mean '%s'?", key, nearest);
    else
      snprintf(what, sizeof what, "unknown key '%.40s'; there are case, text, file, meta, config, expect, must_fail", key);
    return refuse(r, c, what);
  }
  return GISA_OK;
}

static gisa_status read_file(const reading *r, const char *file, cli_case *c) {
  char path[4096], message[GS_SOURCE_MESSAGE];
  snprintf(path, sizeof path, "%s/%s", r->folder, file);
  if (gs_source_read(r->arena, path, MAX_CASES_BYTES, &c->text, &c->length, message) == GISA_OK) return GISA_OK;
  snprintf(r->message, MESSAGE, "%.250s/cases.yaml:%zu: %.250s: %.200s", r->folder, c->line, path, message);
  return GISA_IO;
}

static bool is_kind(const gs_value *value, gs_kind kind) {
  return value == NULL || value->kind == kind;
}

static gisa_status read_case(const reading *r, const gs_value *map, cli_case *c) {
  const char *file;
  c->name = string_of(map, "case", NULL);
  if (c->name == NULL) return refuse(r, c, "has no `case`, its name");
  gisa_status status = check_keys(r, c, map);
  if (status != GISA_OK) return status;
  c->text = string_of(map, "text", &c->length);
  file = string_of(map, "file", NULL);
  if ((c->text == NULL) == (file == NULL)) return refuse(r, c, "wants either `text` or `file`, a string");
  if (file != NULL && (status = read_file(r, file, c)) != GISA_OK) return status;
  c->meta = gs_map_get(map, "meta");
  c->config = gs_map_get(map, "config");
  c->expect = gs_map_get(map, "expect");
  c->must_fail = string_of(map, "must_fail", NULL);
  if (!is_kind(c->meta, GS_MAP) || !is_kind(c->config, GS_MAP)) return refuse(r, c, "`meta` and `config` are maps");
  if (c->expect != NULL && c->must_fail != NULL) return refuse(r, c, "has both `expect` and `must_fail`");
  if (!is_kind(c->expect, GS_LIST)) return refuse(r, c, "`expect` is a list of records");
  for (uint32_t i = 0; c->expect != NULL && i < c->expect->list.count; i++)
    if (c->expect->list.items[i]->kind != GS_MAP) return refuse(r, c, "each expected record is a map of fields");
  return GISA_OK;
}

gisa_status cli_read_cases(gs_arena *arena, const char *folder, cli_cases *cases, char *message) {
  char path[4096], why[GS_SOURCE_MESSAGE > GS_READ_MESSAGE ? GS_SOURCE_MESSAGE : GS_READ_MESSAGE];
  gs_value *list = NULL;
  reading r = {arena, folder, message};
  snprintf(path, sizeof path, "%s/cases.yaml", folder);
  gisa_status status = gs_source_read(arena, path, MAX_CASES_BYTES, &cases->bytes, &cases->length, why);
  if (status == GISA_OK) status = gs_yaml_read(arena, cases->bytes, cases->length, why, &list);
  if (status == GISA_OK && list->kind != GS_LIST) {
    snprintf(why, sizeof why, "is no list of cases");
    status = GISA_USAGE;
  }
  if (status != GISA_OK) {
    snprintf(message, MESSAGE, "%.240s: %.255s", path, why);
    return status;
  }
  cases->path = gs_arena_copy(arena, path, strlen(path));
  cases->items = gs_arena_zeroed(arena, (list->list.count + 1) * sizeof *cases->items);
  if (cases->path == NULL || cases->items == NULL) return snprintf(message, MESSAGE, "out of memory"), GISA_NO_MEMORY;
  status = cli_place_cases(cases->bytes, cases->length, cases->items, list->list.count);
  if (status != GISA_OK) return snprintf(message, MESSAGE, "%s", gisa_status_text(status)), status;
  for (cases->count = 0; cases->count < list->list.count; cases->count++) {
    const gs_value *map = list->list.items[cases->count];
    if (map->kind != GS_MAP) return refuse(&r, &cases->items[cases->count], "is no map");
    status = read_case(&r, map, &cases->items[cases->count]);
    if (status != GISA_OK) return status;
  }
  return GISA_OK;
}
