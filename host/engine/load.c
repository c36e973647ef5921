/* Finding, loading and ordering the extractors of an engine. One that fails costs itself and those that need it. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/engine.h"

#define MAX_PATH_BYTES 4096

/* An extractor's folder, as found on disk. */
typedef struct found {
  const char *name, *path;
} found;

typedef struct finding {
  found *items;
  size_t count, room;
} finding;

static bool add_found(gisa_engine *engine, finding *f, const char *folder, const char *name) {
  char path[MAX_PATH_BYTES];
  int length = snprintf(path, sizeof path, "%s/%s/extractor.lua", folder, name);
  if (length < 0 || (size_t)length >= sizeof path || access(path, F_OK) != 0) return true;
  size_t at = 0;
  while (at < f->count && strcmp(f->items[at].name, name) != 0) at++;
  if (at == f->room) {
    size_t room = f->room * 2 + 16;
    found *items = gs_arena_grow(&engine->kept, f->items, f->room * sizeof *items, room * sizeof *items);
    if (items == NULL) return false;
    f->items = items;
    f->room = room;
  }
  /* The same name in a later folder takes the earlier one's place. */
  f->items[at].name = gs_arena_copy(&engine->kept, name, strlen(name));
  f->items[at].path = gs_arena_copy(&engine->kept, path, (size_t)length);
  if (at == f->count) f->count++;
  return f->items[at].name != NULL && f->items[at].path != NULL;
}

static gisa_status find_in(gisa_engine *engine, finding *f, const char *folder) {
  DIR *listing = opendir(folder);
  if (listing == NULL) return gs_engine_fail(engine, GISA_IO, false, "%s: %s", folder, strerror(errno));
  gisa_status status = GISA_OK;
  for (struct dirent *entry; status == GISA_OK && (entry = readdir(listing)) != NULL;)
    if (entry->d_name[0] != '.' && !add_found(engine, f, folder, entry->d_name))
      status = gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  closedir(listing);
  return status;
}

static int by_name(const void *a, const void *b) {
  return strcmp(((const found *)a)->name, ((const found *)b)->name);
}

static void add_broken(gisa_engine *engine, const char *name) {
  engine->broken[engine->broken_count++] = (gs_broken){.name = name};
}

/* Loads one; a failure becomes a line of the engine's message. */
static gisa_status load_one(gisa_engine *engine, const found *f) {
  gs_member *member = gs_arena_zeroed(&engine->kept, sizeof *member);
  if (member == NULL) return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  char message[GS_SCRIPT_MESSAGE];
  gs_limits limits = gs_limits_of_call(&engine->limits);
  gisa_status status = gs_extractor_load(&member->extractor, f->path, engine->allocator, &limits,
                                         &engine->patterns, &engine->library, message);
  if (status == GISA_OK && strcmp(member->extractor.name, f->name) != 0) {
    snprintf(message, sizeof message, "%s: its name is '%s' but its folder's is '%s'; they must be the same", f->path,
             member->extractor.name, f->name);
    gs_extractor_free(&member->extractor);
    status = GISA_EXTRACTOR;
  }
  if (status == GISA_OK) {
    engine->loaded_members[engine->loaded_count++] = member;
    return GISA_OK;
  }
  add_broken(engine, f->name);
  return gs_engine_fail(engine, GISA_EXTRACTOR, true, "%s", message);
}

static void report_unordered(void *context, const gs_extractor *extractor, const char *message) {
  gisa_engine *engine = context;
  add_broken(engine, extractor->name);
  gs_engine_fail(engine, GISA_EXTRACTOR, true, "%s: %s", extractor->path, message);
}

static gisa_status order_members(gisa_engine *engine) {
  uint32_t count = engine->loaded_count;
  gs_extractor **loaded = gs_arena_alloc(&engine->kept, (count + 1) * sizeof *loaded);
  gs_extractor **order = gs_arena_alloc(&engine->kept, (count + 1) * sizeof *order);
  engine->members = gs_arena_alloc(&engine->kept, (count + 1) * sizeof(gs_member *));
  if (loaded == NULL || order == NULL || engine->members == NULL)
    return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  for (uint32_t i = 0; i < count; i++) loaded[i] = &engine->loaded_members[i]->extractor;
  engine->member_count = gs_extractor_order(&engine->kept, loaded, count, order, report_unordered, engine);
  if (engine->member_count == UINT32_MAX) {
    engine->member_count = 0;
    return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  }
  /* The extractor is the first thing in its member. */
  for (uint32_t i = 0; i < engine->member_count; i++) engine->members[i] = (gs_member *)order[i];
  return GISA_OK;
}

static bool is_listed(const char *names, const char *name) {
  size_t length = strlen(name);
  for (const char *at = names; at != NULL; at = strchr(at, ','), at = at == NULL ? NULL : at + 1)
    if (strncmp(at, name, length) == 0 && (at[length] == ',' || at[length] == '\0')) return true;
  return false;
}

static gs_member *find_member(const gisa_engine *engine, const char *name) {
  for (uint32_t i = 0; i < engine->member_count; i++)
    if (strcmp(engine->members[i]->extractor.name, name) == 0) return engine->members[i];
  return NULL;
}

/* Every name that was chosen must be an extractor's, broken or not. */
static gisa_status check_chosen(gisa_engine *engine) {
  size_t count = 0;
  const char **known = gs_arena_alloc(&engine->kept, (engine->member_count + engine->broken_count + 1) * sizeof *known);
  if (known == NULL) return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  for (uint32_t i = 0; i < engine->member_count; i++) known[count++] = engine->members[i]->extractor.name;
  for (uint32_t i = 0; i < engine->broken_count; i++) known[count++] = engine->broken[i].name;
  for (const char *at = engine->chosen; at != NULL;) {
    size_t length = strcspn(at, ",");
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)(length < 60 ? length : 60), at);
    bool there = false;
    for (size_t i = 0; i < count && !there; i++) there = strcmp(known[i], name) == 0;
    const char *nearest = there ? NULL : gs_nearest(name, known, count);
    if (!there && nearest != NULL)
      return gs_engine_fail(engine, GISA_USAGE, false, "there is no extractor '%s'; did you mean '%s'?", name, nearest);
    if (!there) return gs_engine_fail(engine, GISA_USAGE, false, "there is no extractor '%s'; see `gisa list`", name);
    at = at[length] == ',' ? at + length + 1 : NULL;
  }
  return GISA_OK;
}

/* Keeps the chosen members and what they need, in their order. */
static gisa_status keep_chosen(gisa_engine *engine) {
  bool *wanted = gs_arena_zeroed(&engine->scratch, engine->member_count + 1);
  uint32_t kept = 0;
  if (wanted == NULL) return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  for (uint32_t i = engine->member_count; i-- > 0;) {
    gs_member *member = engine->members[i];
    member->chosen = engine->chosen == NULL || is_listed(engine->chosen, member->extractor.name);
    /* Behind an extractor stand only those that need it, so that all who could want it have been seen. */
    if (!member->chosen && !wanted[i]) continue;
    wanted[i] = true;
    for (uint32_t n = 0; n < member->extractor.need_count; n++)
      for (uint32_t k = 0; k < i; k++)
        if (engine->members[k] == find_member(engine, member->extractor.needs[n])) wanted[k] = true;
  }
  for (uint32_t i = 0; i < engine->member_count; i++)
    if (wanted[i]) engine->members[kept++] = engine->members[i];
  engine->member_count = kept;
  for (uint32_t i = 0; i < engine->broken_count; i++)
    engine->broken[i].chosen = engine->chosen == NULL || is_listed(engine->chosen, engine->broken[i].name);
  gs_arena_reset(&engine->scratch);
  return GISA_OK;
}

gisa_status gisa_engine_load(gisa_engine *engine) {
  if (engine->loaded) return gs_engine_fail(engine, GISA_USAGE, false, "extractors are loaded already");
  finding f = {0};
  engine->message_length = 0;
  for (size_t i = 0; i < engine->folder_count; i++) {
    gisa_status status = find_in(engine, &f, engine->folders[i]);
    if (status != GISA_OK) return status;
  }
  if (f.count == 0)
    return gs_engine_fail(engine, GISA_USAGE, false, "no extractors found; add a folder that holds NAME/extractor.lua");
  qsort(f.items, f.count, sizeof *f.items, by_name);
  engine->loaded_members = gs_arena_alloc(&engine->kept, f.count * sizeof(gs_member *));
  engine->broken = gs_arena_alloc(&engine->kept, 2 * f.count * sizeof *engine->broken);
  if (engine->loaded_members == NULL || engine->broken == NULL)
    return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  engine->loaded = true;
  gisa_status worst = GISA_OK;
  for (size_t i = 0; i < f.count; i++) {
    gisa_status status = load_one(engine, &f.items[i]);
    if (status == GISA_NO_MEMORY) return status;
    if (status != GISA_OK) worst = status;
  }
  gisa_status status = order_members(engine);
  if (status == GISA_OK) status = check_chosen(engine);
  if (status == GISA_OK) status = gs_configuration_apply(engine);
  if (status != GISA_OK) return status;
  if (engine->broken_count > 0) worst = GISA_EXTRACTOR;
  status = keep_chosen(engine);
  return status == GISA_OK ? worst : status;
}
