/* Freezing.
 *
 * A table is frozen in place, so that whoever holds it holds the frozen one: its entries move to a second table, which it
 * reads through `__index`, and which no script can get; writing finds no entry and ends in `__newindex`. Only its metamethods stay
 * where they are, since Lua looks for them there; they, and variables of the file that functions assign to (upvalues), are put back
 * after each call. Both are rare: the extractors that we ship have none.
 *
 * Reading a frozen table costs one more look-up, 5 ns. Detecting changes instead would mean walking everything after each call. */
#include "script/freeze.h"

#include <lauxlib.h>
#include <string.h>

#include "script/assigned.h"
#include "script/state.h"

static const char entries_key = 0; /* its address, in the metatable: the table with the entries, or true for one of the host's */

#define RESTORED "gisa.restored" /* in the registry: {object, key, value, object, key, value, …} */

/* The stack while freezing: */
enum { SEEN = 1, QUEUE, RESTORE };

typedef struct freezing {
  lua_State *lua;
  lua_Integer queued, restored;
} freezing;

/* Queues the value at the top of the stack, where it can hold others, and pops it. */
static void visit(freezing *f) {
  lua_State *lua = f->lua;
  int type = lua_type(lua, -1);
  if (type == LUA_TTABLE || (type == LUA_TFUNCTION && !lua_iscfunction(lua, -1))) {
    lua_pushvalue(lua, -1);
    if (lua_rawget(lua, SEEN) == LUA_TNIL) {
      lua_pushvalue(lua, -2);
      lua_pushboolean(lua, 1);
      lua_rawset(lua, SEEN);
      lua_pushvalue(lua, -2);
      lua_rawseti(lua, QUEUE, ++f->queued);
    }
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
}

/* Keeps (object, key, value) to be put back: the three values at the top of the stack, which stay. */
static void keep(freezing *f) {
  for (int i = -3; i < 0; i++) {
    lua_pushvalue(f->lua, i);
    lua_rawseti(f->lua, RESTORE, ++f->restored);
  }
}

static void freeze_function(freezing *f, int function) {
  lua_State *lua = f->lua;
  gs_assigned assigned;
  lua_pushvalue(lua, function);
  gs_find_assigned(lua, &assigned);
  lua_pop(lua, 1);
  const char *name;
  for (int i = 1; (name = lua_getupvalue(lua, function, i)) != NULL; i++) {
    if (strcmp(name, "_ENV") == 0) {
      lua_pop(lua, 1);
      continue;
    }
    if (assigned.upvalues[i - 1]) {
      lua_pushvalue(lua, function);
      lua_pushinteger(lua, i);
      lua_pushvalue(lua, -3);
      keep(f);
      lua_pop(lua, 3);
    }
    visit(f);
  }
}

static int refuse_change(lua_State *lua) {
  const char *name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : luaL_typename(lua, 2);
  return luaL_error(lua, "cannot set '%s': a table that was made while the extractor was loaded is read-only, "
                         "for no document may see what another left",
                    name);
}

static int frozen_length(lua_State *lua) {
  lua_pushinteger(lua, (lua_Integer)lua_rawlen(lua, lua_upvalueindex(1)));
  return 1;
}

/* For a table whose own __index was a function: upvalues are its entries and that function. */
static int frozen_index(lua_State *lua) {
  lua_settop(lua, 2);
  lua_pushvalue(lua, 2);
  if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  lua_pop(lua, 1);
  lua_pushvalue(lua, lua_upvalueindex(2));
  lua_insert(lua, 1);
  lua_call(lua, 2, 1);
  return 1;
}

static bool is_metamethod(lua_State *lua, int index) {
  return lua_type(lua, index) == LUA_TSTRING && strncmp(lua_tostring(lua, index), "__", 2) == 0;
}

/* Moves all entries of table to the table entries; metamethods are in both. */
static void move_entries(freezing *f, int table, int entries) {
  lua_State *lua = f->lua;
  for (lua_pushnil(lua); lua_next(lua, table) != 0;) {
    lua_pushvalue(lua, -2);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, entries);
    lua_pushvalue(lua, -2);
    visit(f);
    lua_pushvalue(lua, -1);
    visit(f);
    if (is_metamethod(lua, -2)) {
      lua_pushvalue(lua, table);
      lua_pushvalue(lua, -3);
      lua_pushvalue(lua, -3);
      keep(f);
      lua_pop(lua, 4);
    } else {
      lua_pop(lua, 1);
      lua_pushvalue(lua, -1);
      lua_pushnil(lua);
      lua_rawset(lua, table);
    }
  }
}

/* Pushes what __index of the frozen table is; its own metatable, if it had one, is at metatable (else 0). */
static void push_index(lua_State *lua, int entries, int metatable) {
  int type = LUA_TNIL;
  if (metatable != 0) {
    lua_pushliteral(lua, "__index");
    type = lua_rawget(lua, metatable);
  }
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(lua, entries);
    lua_insert(lua, -2);
    lua_pushcclosure(lua, frozen_index, 2);
    return;
  }
  if (type != LUA_TNIL) {
    lua_createtable(lua, 0, 1);
    lua_insert(lua, -2);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, entries);
  } else if (metatable != 0) {
    lua_pop(lua, 1);
  }
  lua_pushvalue(lua, entries);
}

static void freeze_table(freezing *f, int table) {
  lua_State *lua = f->lua;
  int metatable = lua_getmetatable(lua, table) ? lua_gettop(lua) : 0;
  if (metatable != 0) {
    if (lua_rawgetp(lua, metatable, &entries_key) != LUA_TNIL) return;
    lua_pop(lua, 1);
    lua_pushvalue(lua, metatable);
    visit(f);
  }
  lua_newtable(lua);
  int entries = lua_gettop(lua);
  move_entries(f, table, entries);
  lua_newtable(lua);
  int frozen = lua_gettop(lua);
  for (lua_pushnil(lua); metatable != 0 && lua_next(lua, metatable) != 0; lua_pop(lua, 1)) {
    if (!is_metamethod(lua, -2)) continue;
    lua_pushvalue(lua, -2);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, frozen);
  }
  lua_settop(lua, frozen);
  lua_pushliteral(lua, "__len");
  if (lua_rawget(lua, frozen) == LUA_TNIL) {
    lua_pushvalue(lua, entries);
    lua_pushcclosure(lua, frozen_length, 1);
    lua_setfield(lua, frozen, "__len");
  }
  lua_settop(lua, frozen);
  push_index(lua, entries, metatable);
  lua_setfield(lua, frozen, "__index");
  lua_pushcfunction(lua, refuse_change);
  lua_setfield(lua, frozen, "__newindex");
  lua_pushliteral(lua, "locked");
  lua_setfield(lua, frozen, "__metatable");
  lua_pushvalue(lua, entries);
  lua_rawsetp(lua, frozen, &entries_key);
  lua_setmetatable(lua, table);
}

void gs_freeze(lua_State *lua) {
  freezing f = {.lua = lua};
  luaL_checkstack(lua, 40, "freezing");
  lua_newtable(lua);
  lua_newtable(lua);
  lua_newtable(lua);
  lua_rotate(lua, 1, 3); /* SEEN, QUEUE, RESTORE below all else */
  for (lua_pushnil(lua); lua_next(lua, -2) != 0;) visit(&f);
  lua_pop(lua, 1);
  int top = lua_gettop(lua);
  for (lua_Integer i = 1; i <= f.queued; i++) {
    if (lua_rawgeti(lua, QUEUE, i) == LUA_TTABLE)
      freeze_table(&f, top + 1);
    else
      freeze_function(&f, top + 1);
    lua_settop(lua, top);
  }
  if (f.restored > 0) {
    lua_pushvalue(lua, RESTORE);
    lua_setfield(lua, LUA_REGISTRYINDEX, RESTORED);
  }
  gs_state_of(lua)->restored = f.restored;
  for (int i = 0; i < 3; i++) lua_remove(lua, 1);
}

static int restore(lua_State *lua) {
  lua_getfield(lua, LUA_REGISTRYINDEX, RESTORED);
  for (lua_Integer i = 1; i < gs_state_of(lua)->restored; i += 3) {
    int type = lua_rawgeti(lua, 1, i);
    lua_rawgeti(lua, 1, i + 1);
    lua_rawgeti(lua, 1, i + 2);
    if (type == LUA_TFUNCTION)
      lua_setupvalue(lua, 2, (int)lua_tointeger(lua, 3));
    else
      lua_rawset(lua, 2);
    lua_settop(lua, 1);
  }
  return 0;
}

bool gs_frozen_restore(lua_State *lua) {
  if (gs_state_of(lua)->restored == 0) return true;
  lua_sethook(lua, NULL, 0, 0);
  lua_pushcfunction(lua, restore);
  bool whole = lua_pcall(lua, 0, 0, 0) == LUA_OK;
  if (!whole) lua_pop(lua, 1);
  return whole;
}

void gs_frozen_open(lua_State *lua, int index) {
  index = lua_absindex(lua, index);
  if (lua_type(lua, index) != LUA_TTABLE || !lua_getmetatable(lua, index)) return;
  if (lua_rawgetp(lua, -1, &entries_key) == LUA_TTABLE) lua_replace(lua, index);
  else lua_pop(lua, 1);
  lua_pop(lua, 1);
}

void gs_freeze_skip(lua_State *lua) {
  lua_pushboolean(lua, 1);
  lua_rawsetp(lua, -2, &entries_key);
}
