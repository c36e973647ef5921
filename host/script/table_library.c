/* table: lengths are raw, for a `__len` can lie, and every loop is paid before it begins. sort is a merge sort: it is stable,
 * takes the same steps on every machine (Lua's own asks the clock for a pivot) and can't be led astray by a bad comparison. */
#include <lauxlib.h>
#include <limits.h>

#include "script/freeze.h"
#include "script/libraries.h"
#include "script/limit.h"
#include "script/state.h"

/* The Lua stack holds a million values, and sorting needs two for each. */
#define MOST_SORTED 400000

static lua_Integer check_length(lua_State *lua, int argument) {
  luaL_checktype(lua, argument, LUA_TTABLE);
  lua_pushvalue(lua, argument);
  gs_frozen_open(lua, -1);
  lua_Integer length = (lua_Integer)lua_rawlen(lua, -1);
  lua_pop(lua, 1);
  return length;
}

/* Pays for a loop from first to last. */
static void pay(lua_State *lua, lua_Integer first, lua_Integer last) {
  if (last >= first) gs_charge(lua, (uint64_t)last - (uint64_t)first);
}

static int concat(lua_State *lua) {
  lua_Integer length = check_length(lua, 1);
  size_t separator;
  const char *sep = luaL_optlstring(lua, 2, "", &separator);
  lua_Integer first = luaL_optinteger(lua, 3, 1), last = luaL_optinteger(lua, 4, length);
  pay(lua, first, last);
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  for (lua_Integer i = first; i <= last; i++) {
    lua_geti(lua, 1, i);
    if (!lua_isstring(lua, -1))
      return luaL_error(lua, "invalid value (at index %I) in table for 'concat'", (LUAI_UACINT)i);
    luaL_addvalue(&buffer);
    if (i == last) break; /* last may be the largest integer */
    luaL_addlstring(&buffer, sep, separator);
  }
  luaL_pushresult(&buffer);
  return 1;
}

static int insert(lua_State *lua) {
  lua_Integer length = check_length(lua, 1), at = length + 1;
  int count = lua_gettop(lua);
  if (count != 2 && count != 3) return luaL_error(lua, "wrong number of arguments to 'insert'");
  if (count == 3) {
    at = luaL_checkinteger(lua, 2);
    luaL_argcheck(lua, at >= 1 && at <= length + 1, 2, "position out of bounds");
    pay(lua, at, length);
    for (lua_Integer i = length + 1; i > at; i--) {
      lua_geti(lua, 1, i - 1);
      lua_seti(lua, 1, i);
    }
  }
  lua_seti(lua, 1, at);
  return 0;
}

static int take_out(lua_State *lua) {
  lua_Integer length = check_length(lua, 1), at = luaL_optinteger(lua, 2, length);
  if (lua_gettop(lua) > 1) luaL_argcheck(lua, at >= 0 && at <= length + 1, 2, "position out of bounds");
  pay(lua, at, length);
  lua_geti(lua, 1, at);
  for (; at < length; at++) {
    lua_geti(lua, 1, at + 1);
    lua_seti(lua, 1, at);
  }
  lua_pushnil(lua);
  lua_seti(lua, 1, at);
  return 1;
}

static int move(lua_State *lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_Integer first = luaL_checkinteger(lua, 2), last = luaL_checkinteger(lua, 3), to = luaL_checkinteger(lua, 4);
  int target = lua_isnoneornil(lua, 5) ? 1 : 5;
  luaL_checktype(lua, target, LUA_TTABLE);
  pay(lua, first, last);
  if (last >= first) {
    luaL_argcheck(lua, to <= LUA_MAXINTEGER - (last - first), 4, "destination wrap around");
    bool down = to > first && to <= last && target == 1; /* it would write over what it has yet to read */
    for (lua_Integer i = 0, n = last - first; i <= n; i++) {
      lua_Integer step = down ? n - i : i;
      lua_geti(lua, 1, first + step);
      lua_seti(lua, target, to + step);
    }
  }
  lua_pushvalue(lua, target);
  return 1;
}

static int pack(lua_State *lua) {
  int count = lua_gettop(lua);
  gs_charge(lua, (uint64_t)count);
  lua_createtable(lua, count, 1);
  lua_insert(lua, 1);
  for (int i = count; i >= 1; i--) lua_rawseti(lua, 1, i);
  lua_pushinteger(lua, count);
  lua_setfield(lua, 1, "n");
  return 1;
}

static int unpack(lua_State *lua) {
  lua_Integer length = check_length(lua, 1);
  lua_Integer first = luaL_optinteger(lua, 2, 1), last = luaL_optinteger(lua, 3, length);
  if (first > last) return 0;
  pay(lua, first, last);
  lua_Unsigned count = (lua_Unsigned)last - (lua_Unsigned)first + 1;
  if (count == 0 || count >= INT_MAX || !lua_checkstack(lua, (int)count)) return luaL_error(lua, "too many results to unpack");
  for (lua_Unsigned i = 0; i < count; i++) lua_geti(lua, 1, first + (lua_Integer)i);
  return (int)count;
}

/* Whether the value at b comes before the one at a. */
static bool is_before(lua_State *lua, int b, int a) {
  gs_charge(lua, 4);
  if (lua_isnil(lua, 2)) return lua_compare(lua, b, a, LUA_OPLT);
  lua_pushvalue(lua, 2);
  lua_pushvalue(lua, b);
  lua_pushvalue(lua, a);
  lua_call(lua, 2, 1);
  bool before = lua_toboolean(lua, -1);
  lua_pop(lua, 1);
  return before;
}

/* Merges the sorted values of [low, middle) and [middle, high), which stand on the stack from `from` on, to those from `to` on. */
static void merge(lua_State *lua, int from, int to, int low, int middle, int high) {
  int a = low, b = middle;
  for (int i = low; i < high; i++) {
    bool second = a == middle || (b < high && is_before(lua, from + b, from + a));
    lua_copy(lua, from + (second ? b++ : a++), to + i);
  }
}

static int sort(lua_State *lua) {
  lua_Integer length = check_length(lua, 1);
  if (!lua_isnoneornil(lua, 2)) luaL_checktype(lua, 2, LUA_TFUNCTION);
  lua_settop(lua, 2);
  if (length < 2) return 0;
  if (length > MOST_SORTED) return luaL_error(lua, "more than %d values to sort", MOST_SORTED);
  pay(lua, 1, 2 * length);
  int count = (int)length, from = 3, to = 3 + count;
  luaL_checkstack(lua, 2 * count + 8, "too many values to sort");
  for (int i = 1; i <= count; i++) lua_geti(lua, 1, i);
  lua_settop(lua, 2 + 2 * count);
  for (int width = 1; width < count; width *= 2) {
    for (int low = 0; low < count; low += 2 * width) {
      int middle = low + width < count ? low + width : count, high = low + 2 * width < count ? low + 2 * width : count;
      merge(lua, from, to, low, middle, high);
    }
    int other = from;
    from = to;
    to = other;
  }
  for (int i = 0; i < count; i++) {
    lua_pushvalue(lua, from + i);
    lua_seti(lua, 1, i + 1);
  }
  return 0;
}

void gs_open_tables(lua_State *lua) {
  static const luaL_Reg functions[] = {{"concat", concat}, {"insert", insert}, {"move", move},     {"pack", pack},
                                       {"remove", take_out}, {"sort", sort},   {"unpack", unpack}, {NULL, NULL}};
  luaL_newlib(lua, functions);
}
