/* require: the host's own modules, then files beside the extractor, then the library folders. Nothing else
 * can be reached: a name is letters, digits and `_`, with `.` between folders. */
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "document/source.h"
#include "script/bindings.h"
#include "script/keys.h"
#include "script/library.h"
#include "script/sandbox.h"
#include "script/state.h"

#define MAX_PATH_BYTES 4096

static bool is_name(const char *name, bool file) {
  if (name[0] == '\0' || strlen(name) > 128) return false;
  for (const char *at = name; *at != '\0'; at++) {
    bool letter = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || (*at >= '0' && *at <= '9') || *at == '_';
    bool inner = at > name && at[1] != '\0' && at[-1] != '.' && at[-1] != '/';
    if (!letter && !(inner && *at == '.') && !(file && ((inner && *at == '/') || (at > name && *at == '-')))) return false;
  }
  return true;
}

/* folder/name+suffix; NULL where there is no such file. Raises an error for one that can't be read. */
static gs_library_file *find_file(lua_State *lua, const char *folder, const char *name, const char *suffix) {
  char path[MAX_PATH_BYTES], message[GS_SOURCE_MESSAGE];
  int written = snprintf(path, MAX_PATH_BYTES, "%s/%s%s", folder, name, suffix);
  if (written < 0 || written >= MAX_PATH_BYTES) luaL_error(lua, "the path of '%s' is too long", name);
  gs_state *state = gs_state_of(lua);
  gs_library_file *file;
  if (gs_library_read(state->library, path, &file, message) != GISA_OK) luaL_error(lua, "%s: %s", path, message);
  if (file != NULL) gs_digest_add(state->files, file->bytes, file->length);
  return file;
}

/* Looks for a file in the extractor's folder, then in the library's, or raises an error that names the folders. */
static gs_library_file *search(lua_State *lua, const char *name, const char *base, const char *suffix) {
  const gs_state *state = gs_state_of(lua);
  const char **folders = state->library->folders;
  gs_library_file *file = find_file(lua, state->home, base, suffix);
  for (size_t i = 0; file == NULL && folders[i] != NULL; i++) file = find_file(lua, folders[i], base, suffix);
  if (file != NULL) return file;
  luaL_Buffer list;
  luaL_buffinit(lua, &list);
  luaL_addstring(&list, state->home);
  for (size_t i = 0; folders[i] != NULL; i++) {
    luaL_addstring(&list, ", ");
    luaL_addstring(&list, folders[i]);
  }
  luaL_pushresult(&list);
  luaL_error(lua, "no '%s%s' in %s", name, suffix, lua_tostring(lua, -1));
  return NULL;
}

gs_library_file *gs_data_file(lua_State *lua, const char *name) {
  if (!gs_state_of(lua)->loading) luaL_error(lua, "files can be read only while an extractor is loaded");
  if (!is_name(name, true)) luaL_error(lua, "'%s' is no file name: letters, digits, '_', '-', '.', '/'", name);
  return search(lua, name, name, "");
}

/* Runs a module's chunk and leaves its value on the stack. */
static void load_module(lua_State *lua, const char *name) {
  char base[256];
  size_t length = strlen(name);
  for (size_t i = 0; i <= length; i++) base[i] = name[i] == '.' ? '/' : name[i];
  gs_library_file *file = search(lua, name, base, ".lua");
  gs_load_module(lua, &gs_state_of(lua)->library->memory, file);
  lua_pushstring(lua, name);
  lua_call(lua, 1, 1);
  if (lua_isnil(lua, -1)) luaL_error(lua, "%s: the module returned nothing; end it with `return`", file->path);
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
  lua_pushcfunction(lua, require_module);
  lua_setfield(lua, -2, "require");
}
