/* The sandbox: what a script can reach.
 *
 * Threat model. An extractor is a stranger's program run over a stranger's text. It must not reach files,
 * processes, the clock or the host's memory; must not hang or exhaust the host; must not change what another
 * document's or another extractor's call sees. It stops:
 *   - access: functions are copied one by one from the libraries (an allow-list); io, os, debug, package,
 *     load and collectgarbage are never opened into it. Chunks load as text only: mutated bytecode crashes the interpreter.
 *   - hanging in C, where no hook fires: Lua's own patterns raise an error that names `re`; string.rep is bounded.
 *   - hiding from the budget: pcall and xpcall pass a spent budget on; __gc and __close of scripts are refused, since
 *     they run outside the hook or while an error unwinds.
 *   - cross-talk: one Lua state an extractor; the environment and the library tables are read-only once the
 *     extractor is loaded.
 * It does not stop a bug in the interpreter or in PCRE2; that is what worker processes are for.
 */
#include "script/sandbox.h"

#include <lauxlib.h>
#include <lualib.h>
#include <string.h>

#include "script/bindings.h"
#include "script/state.h"

#define ENVIRONMENT "gisa.environment" /* in the registry */

/* Longer strings have no use in an extractor, and the memory limit would stop them only after the work. */
#define MAX_REPEATED ((size_t)1 << 20)

static const char *const base_names[] = {"assert", "error",  "ipairs", "next",     "pairs",    "rawequal",
                                         "rawget", "rawlen", "select", "tonumber", "type",   "getmetatable", NULL};
static const char *const string_names[] = {"byte", "char", "format", "len", "lower", "reverse", "sub", "upper", NULL};
static const char *const table_names[] = {"concat", "insert", "move", "pack", "remove", "sort", "unpack", NULL};
static const char *const math_names[] = {"abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min",
                                         "mininteger", "modf", "pi", "sqrt", "tointeger", "type", "ult", NULL};
static const char *const utf8_names[] = {"char", "charpattern", "codepoint", "codes", "len", "offset", NULL};

static void copy_names(lua_State *lua, int from, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_getfield(lua, from, *names);
    lua_setfield(lua, -2, *names);
  }
}

/* Puts a table with the named functions of a standard library into the environment at index 1. */
static void open_library(lua_State *lua, const char *name, lua_CFunction open, const char *const *names) {
  luaL_requiref(lua, name, open, 0);
  lua_newtable(lua);
  copy_names(lua, lua_absindex(lua, -2), names);
  lua_setfield(lua, 1, name);
  lua_pop(lua, 1);
}

static int refuse_pattern(lua_State *lua) {
  return luaL_error(lua, "string.%s is off: Lua patterns can't be bounded; use require \"re\"",
                    lua_tostring(lua, lua_upvalueindex(1)));
}

/* string.find with plain text only. */
static int find_plain(lua_State *lua) {
  size_t length, wanted;
  const char *s = luaL_checklstring(lua, 1, &length), *w = luaL_checklstring(lua, 2, &wanted);
  lua_Integer init = luaL_optinteger(lua, 3, 1);
  if (init < 0) init = -init > (lua_Integer)length ? 1 : (lua_Integer)length + init + 1;
  if (init == 0) init = 1;
  if ((size_t)init > length + 1) return 0;
  const char *at = memmem(s + init - 1, length - (size_t)init + 1, w, wanted);
  if (at == NULL) return 0;
  lua_pushinteger(lua, at - s + 1);
  lua_pushinteger(lua, at - s + (lua_Integer)wanted);
  return 2;
}

static int repeat(lua_State *lua) {
  size_t length, separator;
  const char *s = luaL_checklstring(lua, 1, &length);
  lua_Integer n = luaL_checkinteger(lua, 2);
  const char *sep = luaL_optlstring(lua, 3, "", &separator);
  if (n <= 0 || length + separator == 0) return lua_pushliteral(lua, ""), 1;
  if ((size_t)n > MAX_REPEATED / (length + separator)) return luaL_error(lua, "string.rep: the result is over 1 MB");
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  for (; n > 0; n--) {
    luaL_addlstring(&buffer, s, length);
    if (n > 1) luaL_addlstring(&buffer, sep, separator);
  }
  luaL_pushresult(&buffer);
  return 1;
}

/* Behind a protected call: an error that is the budget's goes on upwards, whatever the script wanted. */
static int finish_protected(lua_State *lua, int status) {
  if (gs_state_of(lua)->budget.spent != NULL) {
    lua_pushstring(lua, gs_state_of(lua)->budget.spent);
    return lua_error(lua);
  }
  lua_pushboolean(lua, status == LUA_OK);
  lua_insert(lua, 1);
  return lua_gettop(lua);
}

static int protected_call(lua_State *lua) {
  luaL_checkany(lua, 1);
  return finish_protected(lua, lua_pcall(lua, lua_gettop(lua) - 1, LUA_MULTRET, 0));
}

static int set_metatable(lua_State *lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  luaL_argexpected(lua, lua_isnil(lua, 2) || lua_istable(lua, 2), 2, "nil or table");
  lua_settop(lua, 2);
  if (luaL_getmetafield(lua, 1, "__metatable") != LUA_TNIL) return luaL_error(lua, "cannot change a locked metatable");
  static const char *const refused[] = {"__gc", "__close", "__mode", NULL};
  for (const char *const *key = refused; lua_istable(lua, 2) && *key != NULL; key++) {
    lua_pushstring(lua, *key);
    if (lua_rawget(lua, 2) != LUA_TNIL) return luaL_error(lua, "a script may not set %s", *key);
    lua_pop(lua, 1);
  }
  lua_setmetatable(lua, 1);
  return 1;
}

/* rawset, but not on what is locked: rawset(_ENV, …) would make a global. */
static int raw_set(lua_State *lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  luaL_checkany(lua, 2);
  luaL_checkany(lua, 3);
  lua_settop(lua, 3);
  if (luaL_getmetafield(lua, 1, "__metatable") != LUA_TNIL) return luaL_error(lua, "cannot change a locked table");
  lua_rawset(lua, 1);
  return 1;
}

/* tostring without addresses: they differ from run to run, and tell a script where the host lies. */
static int to_string(lua_State *lua) {
  luaL_checkany(lua, 1);
  if (luaL_getmetafield(lua, 1, "__tostring") != LUA_TNIL || lua_type(lua, 1) == LUA_TSTRING ||
      lua_type(lua, 1) == LUA_TNUMBER || lua_type(lua, 1) == LUA_TBOOLEAN || lua_type(lua, 1) == LUA_TNIL) {
    luaL_tolstring(lua, 1, NULL);
    return 1;
  }
  lua_pushstring(lua, luaL_typename(lua, 1));
  return 1;
}

static int refuse_assignment(lua_State *lua) {
  const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
  return luaL_error(lua, "'%s' would be a global variable; make it local", name);
}

static int refuse_unknown(lua_State *lua) {
  const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?";
  return luaL_error(lua, "there is no global '%s'", name);
}

static void open_strings(lua_State *lua) {
  static const char *const refused[] = {"match", "gmatch", "gsub", "dump", NULL};
  lua_getfield(lua, 1, "string");
  for (const char *const *name = refused; *name != NULL; name++) {
    lua_pushstring(lua, *name);
    lua_pushcclosure(lua, refuse_pattern, 1);
    lua_setfield(lua, -2, *name);
  }
  lua_pushcfunction(lua, find_plain);
  lua_setfield(lua, -2, "find");
  lua_pushcfunction(lua, repeat);
  lua_setfield(lua, -2, "rep");
  /* s:upper() goes through the metatable of strings: it gets this table too, and a lock. */
  lua_pushliteral(lua, "");
  lua_newtable(lua);
  lua_pushvalue(lua, -3);
  lua_setfield(lua, -2, "__index");
  lua_pushliteral(lua, "locked");
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
  lua_pop(lua, 2);
}

/* Replaces the table at the top of the stack by an empty one in front of it that reads through and refuses writes. */
static void guard(lua_State *lua, lua_CFunction unknown) {
  lua_newtable(lua);
  lua_newtable(lua);
  lua_pushvalue(lua, -3);
  if (unknown != NULL) {
    lua_newtable(lua);
    lua_pushcfunction(lua, unknown);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);
  }
  lua_setfield(lua, -2, "__index");
  lua_pushcfunction(lua, refuse_assignment);
  lua_setfield(lua, -2, "__newindex");
  lua_pushliteral(lua, "locked");
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
  lua_remove(lua, -2);
}

void gs_open_sandbox(lua_State *lua) {
  lua_newtable(lua);
  luaL_requiref(lua, LUA_GNAME, luaopen_base, 0);
  /* The environment at 1, the base library at 2. */
  lua_pushvalue(lua, 1);
  copy_names(lua, 2, base_names);
  lua_pop(lua, 2);
  open_library(lua, LUA_STRLIBNAME, luaopen_string, string_names);
  open_library(lua, LUA_TABLIBNAME, luaopen_table, table_names);
  open_library(lua, LUA_MATHLIBNAME, luaopen_math, math_names);
  open_library(lua, LUA_UTF8LIBNAME, luaopen_utf8, utf8_names);
  open_strings(lua);
  static const luaL_Reg own[] = {
      {"pcall", protected_call}, {"rawset", raw_set}, {"setmetatable", set_metatable}, {"tostring", to_string}, {NULL, NULL}};
  luaL_setfuncs(lua, own, 0);
  gs_open_require(lua);
  static const char *const libraries[] = {"string", "table", "math", "utf8", NULL};
  for (const char *const *name = libraries; *name != NULL; name++) {
    lua_getfield(lua, 1, *name);
    guard(lua, NULL);
    lua_setfield(lua, 1, *name);
  }
  guard(lua, refuse_unknown);
  lua_setfield(lua, LUA_REGISTRYINDEX, ENVIRONMENT);
}

void gs_load_chunk(lua_State *lua, const char *path) {
  size_t length;
  const char *source = lua_tolstring(lua, -1, &length);
  lua_pushfstring(lua, "@%s", path);
  if (luaL_loadbufferx(lua, source, length, lua_tostring(lua, -1), "t") != LUA_OK) lua_error(lua);
  lua_getfield(lua, LUA_REGISTRYINDEX, ENVIRONMENT);
  lua_setupvalue(lua, -2, 1);
  lua_replace(lua, -3);
  lua_pop(lua, 1);
}
