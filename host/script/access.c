/* Access to tables: pairs and next in an order that is the same in every process, raw access that sees through frozen tables. */
#include <lauxlib.h>
#include <string.h>

#include "script/bindings.h"
#include "script/freeze.h"
#include "script/libraries.h"
#include "script/limit.h"
#include "script/state.h"

/* The order of keys: numbers by value, then strings by their bytes, then booleans. Lua's own order of strings
 * depends on a seed that differs from process to process. */
static int rank(int type) {
  return type == LUA_TNUMBER ? 0 : type == LUA_TSTRING ? 1 : 2;
}

static bool is_less(lua_State *lua, int a, int b) {
  int left = lua_type(lua, a), right = lua_type(lua, b);
  if (left != right) return rank(left) < rank(right);
  if (left == LUA_TNUMBER) return lua_compare(lua, a, b, LUA_OPLT);
  if (left == LUA_TBOOLEAN) return !lua_toboolean(lua, a) && lua_toboolean(lua, b);
  size_t length, other;
  const char *s = lua_tolstring(lua, a, &length), *t = lua_tolstring(lua, b, &other);
  int order = memcmp(s, t, length < other ? length : other);
  return order != 0 ? order < 0 : length < other;
}

static int compare_keys(lua_State *lua) {
  lua_pushboolean(lua, is_less(lua, 1, 2));
  return 1;
}

static void check_key(lua_State *lua, const char *function) {
  int type = lua_type(lua, -1);
  if (type != LUA_TNUMBER && type != LUA_TSTRING && type != LUA_TBOOLEAN)
    luaL_error(lua, "%s: a key is a %s, and such keys have no order that is always the same; keep a list beside the table",
               function, lua_typename(lua, type));
}

/* Pushes a list of the keys of the table at index, in order; nil where Lua's own order is always the same. Counts them. */
static void push_keys(lua_State *lua, int index, const char *function) {
  lua_Integer count = 0;
  bool strings = false;
  for (lua_pushnil(lua); lua_next(lua, index) != 0; count++) {
    lua_pop(lua, 1);
    check_key(lua, function);
    if (lua_type(lua, -1) == LUA_TSTRING) strings = true;
  }
  gs_charge(lua, (uint64_t)count);
  if (!strings) {
    lua_pushnil(lua);
    return;
  }
  lua_createtable(lua, (int)count, 0);
  int list = lua_gettop(lua);
  lua_Integer at = 0;
  for (lua_pushnil(lua); lua_next(lua, index) != 0; lua_pop(lua, 1)) {
    lua_pushvalue(lua, -2);
    lua_rawseti(lua, list, ++at);
  }
  lua_pushvalue(lua, lua_upvalueindex(1)); /* table.sort */
  lua_pushvalue(lua, list);
  lua_pushcfunction(lua, compare_keys);
  lua_call(lua, 2, 0);
}

/* Upvalues: the table, its keys in order or nil, the last key or its place, generation. */
static int next_pair(lua_State *lua) {
  lua_settop(lua, 0);
  gs_check_iterator(lua, lua_upvalueindex(4));
  if (lua_isnil(lua, lua_upvalueindex(2))) {
    lua_pushvalue(lua, lua_upvalueindex(3));
    if (lua_next(lua, lua_upvalueindex(1)) == 0) return 0;
    lua_pushvalue(lua, 1);
    lua_replace(lua, lua_upvalueindex(3));
    return 2;
  }
  for (lua_Integer at = lua_tointeger(lua, lua_upvalueindex(3)) + 1;; at++) {
    lua_settop(lua, 0);
    if (lua_rawgeti(lua, lua_upvalueindex(2), at) == LUA_TNIL) return 0;
    lua_pushvalue(lua, 1);
    if (lua_rawget(lua, lua_upvalueindex(1)) == LUA_TNIL) continue; /* removed meanwhile */
    lua_pushinteger(lua, at);
    lua_replace(lua, lua_upvalueindex(3));
    return 2;
  }
}

static int pairs(lua_State *lua) {
  luaL_checkany(lua, 1);
  if (luaL_getmetafield(lua, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(lua, 1);
    lua_call(lua, 1, 3);
    return 3;
  }
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_settop(lua, 1);
  gs_frozen_open(lua, 1);
  push_keys(lua, 1, "pairs");
  if (lua_isnil(lua, 2)) lua_pushnil(lua);
  else lua_pushinteger(lua, 0);
  lua_pushinteger(lua, gs_state_of(lua)->generation);
  lua_pushcclosure(lua, next_pair, 4);
  return 1;
}

/* next(t): the first pair in the order of pairs; to ask whether a table is empty. */
static int first_pair(lua_State *lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  if (!lua_isnoneornil(lua, 2)) return luaL_error(lua, "next with a key is off; use pairs");
  lua_settop(lua, 1);
  gs_frozen_open(lua, 1);
  uint64_t count = 0;
  lua_pushnil(lua); /* the least key so far at 2 */
  for (lua_pushnil(lua); lua_next(lua, 1) != 0; count++) {
    lua_pop(lua, 1);
    if (count == 0) {
      lua_copy(lua, -1, 2);
      continue;
    }
    if (count == 1) {
      lua_pushvalue(lua, 2);
      check_key(lua, "next");
      lua_pop(lua, 1);
    }
    check_key(lua, "next");
    if (is_less(lua, -1, 2)) lua_copy(lua, -1, 2);
  }
  gs_charge(lua, count);
  if (count == 0) return lua_pushnil(lua), 1;
  lua_pushvalue(lua, 2);
  lua_rawget(lua, 1);
  return 2;
}

static int raw_get(lua_State *lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  luaL_checkany(lua, 2);
  lua_settop(lua, 2);
  gs_frozen_open(lua, 1);
  lua_rawget(lua, 1);
  return 1;
}

static int raw_length(lua_State *lua) {
  int type = lua_type(lua, 1);
  luaL_argexpected(lua, type == LUA_TTABLE || type == LUA_TSTRING, 1, "table or string");
  gs_frozen_open(lua, 1);
  lua_pushinteger(lua, (lua_Integer)lua_rawlen(lua, 1));
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

void gs_open_access(lua_State *lua) {
  static const luaL_Reg functions[] = {{"next", first_pair},    {"rawget", raw_get}, {"rawlen", raw_length},
                                       {"rawset", raw_set},     {"setmetatable", set_metatable}, {NULL, NULL}};
  luaL_setfuncs(lua, functions, 0);
  gs_open_tables(lua);
  lua_getfield(lua, -1, "sort");
  lua_remove(lua, -2);
  lua_pushcclosure(lua, pairs, 1);
  lua_setfield(lua, -2, "pairs");
}
