#include "cli/target.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/engine.h"

static int is_extractor(const char *folder, const char *name) {
  char path[4096];
  int length = snprintf(path, sizeof path, "%s/%s/extractor.lua", folder, name);
  return length > 0 && (size_t)length < sizeof path && access(path, F_OK) == 0;
}

static int holds_extractors(const char *folder) {
  DIR *listing = opendir(folder);
  if (listing == NULL) return 0;
  int found = 0;
  for (struct dirent *entry; !found && (entry = readdir(listing)) != NULL;)
    found = entry->d_name[0] != '.' && is_extractor(folder, entry->d_name);
  closedir(listing);
  return found;
}

static int add_folder(const char *command, cli_setup *setup, const char *folder) {
  for (int i = 0; i < setup->folder_count; i++)
    if (strcmp(setup->folders[i], folder) == 0) return CLI_WELL;
  if (setup->folder_count == 32) return cli_refuse(command, "more than 32 folders of extractors");
  setup->folders[setup->folder_count++] = folder;
  return CLI_WELL;
}

/* The argument as a path that ends in a name: `.` and `..` become what they stand for, slashes at the end go. */
static char *plain_path(gs_arena *arena, const char *argument) {
  size_t length = strlen(argument);
  while (length > 1 && argument[length - 1] == '/') length--;
  char *path = gs_arena_copy(arena, argument, length);
  if (path == NULL) return NULL;
  const char *slash = strrchr(path, '/'), *last = slash == NULL ? path : slash + 1;
  if (strcmp(last, ".") != 0 && strcmp(last, "..") != 0) return path;
  char *real = realpath(path, NULL);
  if (real == NULL) return path;
  path = gs_arena_copy(arena, real, strlen(real));
  free(real);
  return path;
}

int cli_read_target(gs_arena *arena, const char *command, const char *argument, cli_setup *setup, cli_target *target) {
  *target = (cli_target){.argument = argument};
  char *path = plain_path(arena, argument);
  if (path == NULL) return CLI_HOST;
  if (is_extractor(path, ".")) {
    char *slash = strrchr(path, '/');
    target->name = slash == NULL ? path : slash + 1;
    target->folder = slash == NULL ? "." : slash == path ? "/" : gs_arena_copy(arena, path, (size_t)(slash - path));
    return target->folder == NULL ? CLI_HOST : add_folder(command, setup, target->folder);
  }
  if (holds_extractors(path)) {
    target->folder = path;
    return add_folder(command, setup, path);
  }
  if (strchr(argument, '/') != NULL)
    return cli_refuse(command, "%s: holds no extractor.lua, nor does a folder in it", argument);
  target->name = path;
  return CLI_WELL;
}

int cli_target_holds(const cli_target *target, const gisa_extractor_info *info) {
  if (target->name != NULL) return strcmp(target->name, info->name) == 0;
  size_t length = strlen(target->folder);
  return strncmp(info->path, target->folder, length) == 0 && info->path[length] == '/';
}

int cli_target_found(const char *command, const gisa_engine *engine, const cli_target *target) {
  if (target->name == NULL) return 1;
  const char *known[128];
  size_t count = 0;
  for (uint32_t i = 0; i < engine->member_count && count < 128; i++) known[count++] = engine->members[i]->extractor.name;
  for (uint32_t i = 0; i < engine->broken_count && count < 128; i++) known[count++] = engine->broken[i].name;
  for (size_t i = 0; i < count; i++)
    if (strcmp(known[i], target->name) == 0) return 1;
  const char *nearest = gs_nearest(target->name, known, count);
  if (nearest != NULL)
    cli_refuse(command, "there is no extractor '%s'; did you mean '%s'?", target->argument, nearest);
  else
    cli_refuse(command, "there is no extractor '%s'; see `gisa list`", target->argument);
  return 0;
}

const char *cli_target_path(gs_arena *arena, const gisa_engine *engine, const cli_target *target) {
  gisa_extractor_info info;
  for (size_t i = 0; gisa_engine_extractor(engine, i, &info) != 0; i++)
    if (cli_target_holds(target, &info)) return gs_arena_copy(arena, info.path, (size_t)(strrchr(info.path, '/') - info.path));
  if (target->name == NULL || target->folder == NULL) return NULL;
  size_t room = strlen(target->folder) + strlen(target->name) + 2;
  char *path = gs_arena_alloc(arena, room);
  if (path != NULL) snprintf(path, room, "%s/%s", target->folder, target->name);
  return path;
}
