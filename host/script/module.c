/* require: the host's own modules, then files beside the extractor, then the library folders. Nothing else
 * can be reached: a name is letters, digits and `_`, with `.` between folders. */
#include <lauxlib.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "document/source.h"
#include "script/bindings.h"
#include "script/keys.h"
#include "script/sandbox.h"
#include "script/state.h"

/* A module is read whole; the largest shipped word list has 60 kB. */
#define MAX_MODULE_BYTES ((size_t)4 << 20)
#define MAX_PATH_BYTES 4096
#define ARENA "gisa.arena"

static bool is_name(const char *name, bool file) {
  if (name[0] == '\0' || strlen(name) > 128) return false;
  for (const char *at = name; *at != '\0'; at++) {
    bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9') || *at == '_';
    bool inner = at > name && at[1] != '\0' && at[-1] != '.' && at[-1] != '/';
    if (!letter && !(inner && *at == '.') && !(file && ((inner && *at == '/') || (at > name && *at == '-')))) return false;
  }
  return true;
}

/* An arena in a userdata: an error on the way gives its memory back. */
static gs_arena *push_arena(lua_State *lua) {
  gs_arena *arena = lua_newuserdatauv(lua, sizeof *arena, 0);
  gs_arena_init(arena, gs_state_of(lua)->budget.allocator);
  luaL_getmetatable(lua, ARENA);
  lua_setmetatable(lua, -2);
  return arena;
}

static int free_arena(lua_State *lua) {
  gs_arena_free(lua_touserdata(lua, 1));
  return 0;
}

/* Reads folder/name+suffix into a string on the stack. false where there is no such file; an error for one
 * that can't be read. */
static bool push_file(lua_State *lua, const char *folder, const char *name, const char *suffix, char *path) {
  int written = snprintf(path, MAX_PATH_BYTES, "%s/%s%s", folder, name, suffix);
  if (written < 0 || written >= MAX_PATH_BYTES) luaL_error(lua, "the path of '%s' is too long", name);
  struct stat there;
  if (stat(path, &there) != 0 && (errno == ENOENT || errno == ENOTDIR)) return false;
  const char *bytes;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  gs_arena *arena = push_arena(lua);
  if (gs_source_read(arena, path, MAX_MODULE_BYTES, &bytes, &length, message) != GISA_OK)
    luaL_error(lua, "%s: %s", path, message);
  gs_digest_add(gs_state_of(lua)->files, bytes, length);
  lua_pushlstring(lua, bytes, length);
  gs_arena_free(arena);
  lua_remove(lua, -2);
  return true;
}

/* Looks for a file in the extractor's folder, then in the libraries: leaves its bytes on the stack and its
 * path in path, or raises an error that names the folders. */
static void search(lua_State *lua, const char *name, const char *file, const char *suffix, char *path) {
  const gs_state *state = gs_state_of(lua);
  if (push_file(lua, state->home, file, suffix, path)) return;
  for (size_t i = 0; state->libraries[i] != NULL; i++)
    if (push_file(lua, state->libraries[i], file, suffix, path)) return;
  luaL_Buffer folders;
  luaL_buffinit(lua, &folders);
  luaL_addstring(&folders, state->home);
  for (size_t i = 0; state->libraries[i] != NULL; i++) {
    luaL_addstring(&folders, ", ");
    luaL_addstring(&folders, state->libraries[i]);
  }
  luaL_pushresult(&folders);
  luaL_error(lua, "no '%s%s' in %s", name, suffix, lua_tostring(lua, -1));
}

void gs_push_data_file(lua_State *lua, const char *name) {
  char path[MAX_PATH_BYTES];
  if (!gs_state_of(lua)->loading) luaL_error(lua, "files can be read only while an extractor is loaded");
  if (!is_name(name, true)) luaL_error(lua, "'%s' is no file name: letters, digits, '_', '-', '.', '/'", name);
  search(lua, name, name, "", path);
}

/* Runs a module's chunk and leaves its value on the stack. */
static void load_module(lua_State *lua, const char *name) {
  char file[256], path[MAX_PATH_BYTES];
  size_t length = strlen(name);
  for (size_t i = 0; i <= length; i++) file[i] = name[i] == '.' ? '/' : name[i];
  search(lua, name, file, ".lua", path);
  gs_load_chunk(lua, path);
  lua_pushstring(lua, name);
  lua_call(lua, 1, 1);
  if (lua_isnil(lua, -1)) luaL_error(lua, "%s: the module returned nothing; end it with `return`", path);
}

static int require_module(lua_State *lua) {
  const char *name = luaL_checkstring(lua, 1);
  lua_settop(lua, 1);
  luaL_getsubtable(lua, LUA_REGISTRYINDEX, GS_KEY_MODULES);
  lua_pushvalue(lua, 1);
  if (lua_rawget(lua, 2) != LUA_TNIL) {
    if (lua_islightuserdata(lua, -1)) return luaL_error(lua, "'%s' requires itself", name);
    return 1;
  }
  lua_pop(lua, 1);
  if (strcmp(name, "re") == 0) {
    gs_open_re(lua);
  } else if (strcmp(name, "words") == 0) {
    gs_open_words(lua);
  } else {
    if (!is_name(name, false))
      luaL_error(lua, "'%s' is no module name: letters, digits and '_', '.' between folders", name);
    if (!gs_state_of(lua)->loading)
      luaL_error(lua, "'%s' must be required at the top of the extractor, not while it runs", name);
    lua_pushlightuserdata(lua, lua); /* marks a module that is being loaded */
    lua_setfield(lua, 2, name);
    load_module(lua, name);
  }
  lua_pushvalue(lua, -1);
  lua_setfield(lua, 2, name);
  return 1;
}

void gs_open_require(lua_State *lua) {
  luaL_newmetatable(lua, ARENA);
  lua_pushcfunction(lua, free_arena);
  lua_setfield(lua, -2, "__gc");
  lua_pop(lua, 1);
  lua_pushcfunction(lua, require_module);
  lua_setfield(lua, -2, "require");
}
