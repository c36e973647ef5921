/* string: without patterns, and charged for work that makes no string (what makes one is charged by the allocator). */
#include <lauxlib.h>
#include <lualib.h>
#include <string.h>

#include "script/libraries.h"
#include "script/limit.h"
#include "script/state.h"
#include "text/utf8.h"

/* Longer strings have no use in an extractor, and the memory limit would stop them only after the work. */
#define MAX_REPEATED ((size_t)1 << 20)

static int refuse_pattern(lua_State *lua) {
  return luaL_error(lua, "string.%s is off: Lua patterns can't be bounded; use require \"re\"",
                    lua_tostring(lua, lua_upvalueindex(1)));
}

/* string.find with plain text only. */
static int find_plain(lua_State *lua) {
  size_t length, wanted;
  const char *s = luaL_checklstring(lua, 1, &length), *w = luaL_checklstring(lua, 2, &wanted);
  lua_Integer init = luaL_optinteger(lua, 3, 1);
  if (init < 0) init = init < -(lua_Integer)length ? 1 : (lua_Integer)length + init + 1;
  if (init == 0) init = 1;
  if ((size_t)init > length + 1) return 0;
  size_t left = length - (size_t)init + 1;
  gs_charge(lua, left / 8);
  const char *at = memmem(s + init - 1, left, w, wanted);
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
  if (length + separator > MAX_REPEATED || (size_t)n > MAX_REPEATED / (length + separator))
    return luaL_error(lua, "string.rep: the result is over 1 MB");
  gs_charge(lua, (uint64_t)n);
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  for (; n > 0; n--) {
    luaL_addlstring(&buffer, s, length);
    if (n > 1) luaL_addlstring(&buffer, sep, separator);
  }
  luaL_pushresult(&buffer);
  return 1;
}

void gs_push_text(lua_State *lua, int index) {
  index = lua_absindex(lua, index);
  int type = lua_type(lua, index);
  bool plain = type == LUA_TSTRING || type == LUA_TNUMBER || type == LUA_TBOOLEAN || type == LUA_TNIL;
  if (!plain && luaL_getmetafield(lua, index, "__tostring") == LUA_TNIL) {
    lua_pushstring(lua, luaL_typename(lua, index));
    return;
  }
  if (!plain) lua_pop(lua, 1);
  luaL_tolstring(lua, index, NULL);
}

/* string.format without addresses: %p is refused, and %s shows an object as tostring does. The standard function is upvalue 1. */
static int format(lua_State *lua) {
  size_t length;
  const char *s = luaL_checklstring(lua, 1, &length), *stop = s + length;
  uint64_t work = length;
  int argument = 1, count = lua_gettop(lua);
  while ((s = memchr(s, '%', (size_t)(stop - s))) != NULL) {
    s++;
    s += strspn(s, "-+ #0123456789.");
    if (*s == 'p') return luaL_error(lua, "string.format: %%p is off: a script sees no addresses");
    if (*s == '%' || s == stop) {
      s += s < stop;
      continue;
    }
    argument++;
    if (*s == 's' && argument <= count) {
      gs_push_text(lua, argument);
      lua_replace(lua, argument);
      work += lua_rawlen(lua, argument);
    }
  }
  gs_charge(lua, work / 16);
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, count, 1);
  return 1;
}

/* A function that gives a value for each byte: pays for what it gives. */
static int bytes(lua_State *lua) {
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
  gs_charge(lua, (uint64_t)lua_gettop(lua));
  return lua_gettop(lua);
}

static void wrap(lua_State *lua, int from, const char *name, lua_CFunction around) {
  lua_getfield(lua, from, name);
  lua_pushcclosure(lua, around, 1);
  lua_setfield(lua, -2, name);
}

void gs_open_strings(lua_State *lua) {
  static const char *const taken[] = {"char", "len", "lower", "reverse", "sub", "upper", NULL};
  static const char *const refused[] = {"match", "gmatch", "gsub", "dump", NULL};
  luaL_requiref(lua, LUA_STRLIBNAME, luaopen_string, 0);
  int from = lua_gettop(lua);
  lua_newtable(lua);
  gs_copy_names(lua, from, taken);
  for (const char *const *name = refused; *name != NULL; name++) {
    lua_pushstring(lua, *name);
    lua_pushcclosure(lua, refuse_pattern, 1);
    lua_setfield(lua, -2, *name);
  }
  wrap(lua, from, "format", format);
  wrap(lua, from, "byte", bytes);
  lua_pushcfunction(lua, find_plain);
  lua_setfield(lua, -2, "find");
  lua_pushcfunction(lua, repeat);
  lua_setfield(lua, -2, "rep");
  lua_remove(lua, from);
}

/* utf8.len, codepoint and offset walk along the string. */
static int walk(lua_State *lua) {
  size_t length;
  luaL_checklstring(lua, 1, &length);
  gs_charge(lua, length / 4);
  return bytes(lua);
}

/* A step of utf8.codes: from (string, position) to the next position and its code point. */
static int next_code(lua_State *lua) {
  size_t length;
  const unsigned char *s = (const unsigned char *)luaL_checklstring(lua, 1, &length);
  lua_Integer position = luaL_checkinteger(lua, 2);
  uint32_t code_point;
  luaL_argcheck(lua, position >= 0 && (size_t)position <= length, 2, "position lies outside the string");
  size_t at = (size_t)position;
  if (at > 0) at += gs_utf8_decode(s + at - 1, length - at + 1, &code_point) - 1;
  if (at >= length) return 0;
  gs_utf8_decode(s + at, length - at, &code_point);
  if (code_point == GS_INVALID) return luaL_error(lua, "invalid UTF-8 code");
  lua_pushinteger(lua, (lua_Integer)at + 1);
  lua_pushinteger(lua, code_point);
  return 2;
}

/* The standard one's step reads on over any number of continuation bytes. */
static int codes(lua_State *lua) {
  luaL_checkstring(lua, 1);
  lua_pushcfunction(lua, next_code);
  lua_pushvalue(lua, 1);
  lua_pushinteger(lua, 0);
  return 3;
}

void gs_open_utf8(lua_State *lua) {
  static const char *const taken[] = {"char", "charpattern", NULL};
  luaL_requiref(lua, LUA_UTF8LIBNAME, luaopen_utf8, 0);
  int from = lua_gettop(lua);
  lua_newtable(lua);
  gs_copy_names(lua, from, taken);
  wrap(lua, from, "codepoint", walk);
  wrap(lua, from, "len", walk);
  wrap(lua, from, "offset", walk);
  lua_pushcfunction(lua, codes);
  lua_setfield(lua, -2, "codes");
  lua_remove(lua, from);
}

void gs_open_math(lua_State *lua) {
  /* Nothing random, and no more of the machine than its numbers. */
  static const char *const taken[] = {"abs", "ceil", "floor", "fmod", "huge", "max", "maxinteger", "min",
                                      "mininteger", "modf", "pi", "sqrt", "tointeger", "type", "ult", NULL};
  luaL_requiref(lua, LUA_MATHLIBNAME, luaopen_math, 0);
  lua_newtable(lua);
  gs_copy_names(lua, lua_absindex(lua, -2), taken);
  lua_remove(lua, -2);
}
