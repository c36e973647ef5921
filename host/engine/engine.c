/* The engine: what is set up once. */
#include "engine/engine.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Room for the messages of many broken extractors at once. */
#define MESSAGE_ROOM 16384

const char *gisa_status_text(gisa_status status) {
  switch (status) {
  case GISA_OK: return "ok";
  case GISA_NO_MEMORY: return "out of memory";
  case GISA_IO: return "cannot read or write";
  case GISA_TOO_LARGE: return "over a limit of size";
  case GISA_ENCODING: return "unknown encoding";
  case GISA_EXTRACTOR: return "an extractor cannot be used";
  case GISA_USAGE: return "wrong use";
  }
  return "unknown status";
}

const char *gisa_version(void) {
  return GISA_VERSION;
}

gisa_engine *gisa_engine_new(const gisa_allocator *allocator) {
  gs_allocator memory = gs_heap;
  if (allocator != NULL) memory = (gs_allocator){allocator->resize, allocator->context};
  gisa_engine *engine = memory.resize(memory.context, NULL, sizeof *engine);
  if (engine == NULL) return NULL;
  memset(engine, 0, sizeof *engine);
  engine->allocator = memory;
  gs_limits_default(&engine->limits);
  gs_arena_init(&engine->kept, memory);
  gs_arena_init(&engine->scratch, memory);
  gs_library_open(&engine->library, memory, NULL);
  engine->message = gs_arena_zeroed(&engine->kept, MESSAGE_ROOM);
  if (engine->message == NULL ||
      gs_patterns_open(&engine->patterns, memory) != GISA_OK) {
    gisa_engine_free(engine);
    return NULL;
  }
  return engine;
}

void gisa_engine_free(gisa_engine *engine) {
  if (engine == NULL) return;
  for (uint32_t i = 0; i < engine->loaded_count; i++) gs_extractor_free(&engine->loaded_members[i]->extractor);
  gs_library_close(&engine->library);
  gs_patterns_close(&engine->patterns);
  gs_arena_free(&engine->scratch);
  gs_arena_free(&engine->kept);
  gs_allocator memory = engine->allocator;
  memory.resize(memory.context, engine, 0);
}

const char *gisa_engine_message(const gisa_engine *engine) {
  return engine->message;
}

gisa_status gs_engine_fail(gisa_engine *engine, gisa_status status, bool add, const char *format, ...) {
  if (!add) engine->message_length = 0;
  size_t room = MESSAGE_ROOM - engine->message_length;
  if (engine->message_length > 0 && room > 1) {
    engine->message[engine->message_length++] = '\n';
    room--;
  }
  va_list arguments;
  va_start(arguments, format);
  int written = vsnprintf(engine->message + engine->message_length, room, format, arguments);
  va_end(arguments);
  if (written > 0) engine->message_length += (size_t)written < room ? (size_t)written : room - 1;
  return status;
}

/* A list of strings in the engine's memory, one longer and with a NULL behind it. */
static const char **grow_list(gisa_engine *engine, const char **list, size_t count) {
  return gs_arena_grow(&engine->kept, list, list == NULL ? 0 : (count + 1) * sizeof *list, (count + 2) * sizeof *list);
}

gisa_status gisa_engine_add_plugins(gisa_engine *engine, const char *folder) {
  struct stat there;
  if (engine->loaded) return gs_engine_fail(engine, GISA_USAGE, false, "extractors are loaded already");
  if (stat(folder, &there) != 0 || !S_ISDIR(there.st_mode))
    return gs_engine_fail(engine, GISA_IO, false, "%s: no such folder of extractors", folder);
  size_t length = strlen(folder), count = engine->folder_count;
  while (length > 1 && folder[length - 1] == '/') length--;
  char *copy = gs_arena_copy(&engine->kept, folder, length);
  char *library = gs_arena_alloc(&engine->kept, length + sizeof "/lib");
  const char **folders = grow_list(engine, engine->folders, count);
  const char **libraries = grow_list(engine, engine->library.folders, count);
  if (copy == NULL || library == NULL || folders == NULL || libraries == NULL)
    return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  snprintf(library, length + sizeof "/lib", "%s/lib", copy);
  folders[count] = copy;
  folders[count + 1] = NULL;
  memmove(libraries + 1, libraries, count * sizeof *libraries);
  libraries[0] = library;
  libraries[count + 1] = NULL;
  engine->folders = folders;
  engine->library.folders = libraries;
  engine->folder_count++;
  return GISA_OK;
}

gisa_status gisa_engine_choose(gisa_engine *engine, const char *names) {
  if (engine->loaded) return gs_engine_fail(engine, GISA_USAGE, false, "extractors are loaded already");
  engine->chosen = gs_arena_copy(&engine->kept, names, strlen(names));
  return engine->chosen == NULL ? gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory") : GISA_OK;
}

static gs_member *member_named(const gisa_engine *engine, const char *name, size_t length) {
  for (uint32_t i = 0; i < engine->member_count; i++) {
    const char *own = engine->members[i]->extractor.name;
    if (strlen(own) == length && memcmp(own, name, length) == 0) return engine->members[i];
  }
  return NULL;
}

gisa_status gs_member_set(gisa_engine *engine, gs_member *member, const char *key, const char *value, char *message) {
  gisa_status status = gs_extractor_configure(&member->extractor, key, value, message);
  if (status != GISA_OK) return status;
  /* The point keeps one setting from running into the next. */
  gs_digest_add(member->settings, ".", 1);
  gs_digest_add(member->settings, key, strlen(key));
  gs_digest_add(member->settings, value, strlen(value));
  engine->digested = false;
  return GISA_OK;
}

gisa_status gisa_engine_set(gisa_engine *engine, const char *key, const char *value) {
  const char *dot = strchr(key, '.');
  if (dot == NULL || dot == key || dot[1] == '\0')
    return gs_engine_fail(engine, GISA_USAGE, false, "'%s' is no setting; wanted EXTRACTOR.KEY", key);
  gs_member *member = member_named(engine, key, (size_t)(dot - key));
  if (member == NULL)
    return gs_engine_fail(engine, GISA_USAGE, false, "'%s': there is no extractor '%.*s'", key, (int)(dot - key), key);
  char message[GS_SCRIPT_MESSAGE];
  gisa_status status = gs_member_set(engine, member, dot + 1, value, message);
  return status == GISA_OK ? GISA_OK : gs_engine_fail(engine, status, false, "%s", message);
}

void gisa_engine_watch(gisa_engine *engine, gisa_watch_fn *watch, void *context) {
  engine->watch = watch;
  engine->watch_context = context;
}

int gisa_engine_extractor(const gisa_engine *engine, size_t index, gisa_extractor_info *info) {
  if (index >= engine->member_count) return 0;
  const gs_member *member = engine->members[index];
  const gs_extractor *extractor = &member->extractor;
  *info = (gisa_extractor_info){.name = extractor->name,
                                .version = extractor->version,
                                .summary = extractor->summary,
                                .path = extractor->path,
                                .needs = extractor->needs,
                                .chosen = member->chosen};
  return 1;
}

int gisa_engine_field(const gisa_engine *engine, size_t index, size_t field, const char **name, char type[48],
                      const char **description) {
  if (index >= engine->member_count || field >= engine->members[index]->extractor.field_count) return 0;
  const gs_field *f = &engine->members[index]->extractor.fields[field];
  *name = f->name;
  *description = f->description;
  gs_field_type_print(&f->type, type);
  return 1;
}
