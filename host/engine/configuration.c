/* The configuration file, gisa.yaml:
 *
 *     extractors:
 *       attendees: {limit: 12}
 *     limits:
 *       memory: 32M
 */
#include <stdio.h>
#include <string.h>

#include "document/source.h"
#include "engine/engine.h"
#include "record/read.h"

/* Settings are written by hand. */
#define MAX_BYTES ((size_t)1 << 20)

/* A scalar as a command line would spell it; NULL for a list, a map and nothing. */
static const char *spelling(const gs_value *value, char room[64]) {
  switch (value->kind) {
  case GS_BOOLEAN: return value->boolean ? "true" : "false";
  case GS_INTEGER: snprintf(room, 64, "%lld", (long long)value->integer); return room;
  case GS_NUMBER: snprintf(room, 64, "%.17g", value->number); return room;
  case GS_STRING: return value->string.bytes;
  default: return NULL;
  }
}

static gisa_status refuse_key(gisa_engine *engine, const char *path, const char *key) {
  static const char *const known[] = {"extractors", "limits"};
  const char *nearest = gs_nearest(key, known, 2);
  if (nearest != NULL)
    return gs_engine_fail(engine, GISA_USAGE, false, "%s: unknown key '%s'; did you mean '%s'?", path, key, nearest);
  return gs_engine_fail(engine, GISA_USAGE, false, "%s: unknown key '%s'; there are extractors and limits", path, key);
}

/* Puts the file's name before the message of the call that failed. */
static gisa_status name_file(gisa_engine *engine, gisa_status status, const char *path) {
  char message[GS_SCRIPT_MESSAGE];
  snprintf(message, sizeof message, "%s", engine->message);
  return gs_engine_fail(engine, status, false, "%s: %s", path, message);
}

static gisa_status set_limits(gisa_engine *engine, const char *path, const gs_value *map) {
  if (map->kind == GS_NULL) return GISA_OK;
  if (map->kind != GS_MAP) return gs_engine_fail(engine, GISA_USAGE, false, "%s: limits is no map", path);
  for (uint32_t i = 0; i < map->map.count; i++) {
    char room[64];
    const char *value = spelling(map->map.pairs[i].value, room);
    gisa_status status = gisa_engine_set_limit(engine, map->map.pairs[i].key, value == NULL ? "" : value);
    if (status != GISA_OK) return name_file(engine, status, path);
  }
  return GISA_OK;
}

/* Only the shape: which extractors and keys there are is known once they are loaded. */
static gisa_status check_extractors(gisa_engine *engine, const char *path, const gs_value *map) {
  if (map->kind == GS_NULL) return GISA_OK;
  if (map->kind != GS_MAP) return gs_engine_fail(engine, GISA_USAGE, false, "%s: extractors is no map", path);
  for (uint32_t i = 0; i < map->map.count; i++) {
    const gs_pair *pair = &map->map.pairs[i];
    if (pair->value->kind != GS_MAP && pair->value->kind != GS_NULL)
      return gs_engine_fail(engine, GISA_USAGE, false, "%s: extractors.%s is no map of settings", path, pair->key);
  }
  return GISA_OK;
}

gisa_status gisa_engine_configure(gisa_engine *engine, const char *path) {
  if (engine->loaded) return gs_engine_fail(engine, GISA_USAGE, false, "extractors are loaded already");
  const char *bytes;
  size_t length;
  char message[GS_READ_MESSAGE];
  gs_value *root;
  gisa_status status = gs_source_read(&engine->kept, path, MAX_BYTES, &bytes, &length, message);
  if (status == GISA_OK) status = gs_yaml_read(&engine->kept, bytes, length, message, &root);
  if (status == GISA_NO_MEMORY) return gs_engine_fail(engine, status, false, "out of memory");
  if (status != GISA_OK) return gs_engine_fail(engine, status, false, "%s: %s", path, message);
  if (root->kind != GS_MAP && root->kind != GS_NULL) return gs_engine_fail(engine, GISA_USAGE, false, "%s: not a map", path);
  engine->configuration_path = gs_arena_copy(&engine->kept, path, strlen(path));
  if (engine->configuration_path == NULL) return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  for (uint32_t i = 0; root->kind == GS_MAP && i < root->map.count; i++) {
    const gs_pair *pair = &root->map.pairs[i];
    if (strcmp(pair->key, "limits") == 0) {
      status = set_limits(engine, path, pair->value);
    } else if (strcmp(pair->key, "extractors") == 0) {
      status = check_extractors(engine, path, pair->value);
      engine->settings = pair->value;
    } else {
      status = refuse_key(engine, path, pair->key);
    }
    if (status != GISA_OK) return status;
  }
  return GISA_OK;
}

static gisa_status refuse_extractor(gisa_engine *engine, const char *name) {
  const char *known[128];
  size_t count = 0;
  for (uint32_t i = 0; i < engine->loaded_count && count < 128; i++) known[count++] = engine->loaded_members[i]->extractor.name;
  const char *nearest = gs_nearest(name, known, count);
  if (nearest != NULL)
    return gs_engine_fail(engine, GISA_USAGE, false, "%s: there is no extractor '%s'; did you mean '%s'?",
                          engine->configuration_path, name, nearest);
  return gs_engine_fail(engine, GISA_USAGE, false, "%s: there is no extractor '%s'", engine->configuration_path, name);
}

static gs_member *loaded_member(gisa_engine *engine, const char *name) {
  for (uint32_t i = 0; i < engine->loaded_count; i++)
    if (strcmp(engine->loaded_members[i]->extractor.name, name) == 0) return engine->loaded_members[i];
  return NULL;
}

static bool is_broken(const gisa_engine *engine, const char *name) {
  for (uint32_t i = 0; i < engine->broken_count; i++)
    if (strcmp(engine->broken[i].name, name) == 0) return true;
  return false;
}

static gisa_status apply_to(gisa_engine *engine, gs_member *member, const gs_value *map) {
  for (uint32_t i = 0; map->kind == GS_MAP && i < map->map.count; i++) {
    const gs_pair *pair = &map->map.pairs[i];
    char room[64], message[GS_SCRIPT_MESSAGE];
    const char *value = spelling(pair->value, room);
    if (value == NULL)
      return gs_engine_fail(engine, GISA_USAGE, false, "%s: extractors.%s.%s is no single value", engine->configuration_path,
                            member->extractor.name, pair->key);
    gisa_status status = gs_member_set(engine, member, pair->key, value, message);
    if (status != GISA_OK) return gs_engine_fail(engine, status, false, "%s: %s", engine->configuration_path, message);
  }
  return GISA_OK;
}

gisa_status gs_configuration_apply(gisa_engine *engine) {
  const gs_value *all = engine->settings;
  for (uint32_t i = 0; all != NULL && all->kind == GS_MAP && i < all->map.count; i++) {
    const char *name = all->map.pairs[i].key;
    gs_member *member = loaded_member(engine, name);
    if (member == NULL && is_broken(engine, name)) continue;
    if (member == NULL) return refuse_extractor(engine, name);
    gisa_status status = apply_to(engine, member, all->map.pairs[i].value);
    if (status != GISA_OK) return status;
  }
  return GISA_OK;
}
