/* The sandbox: what a script can reach.
 *
 * Threat model. An extractor is a stranger's program run over a stranger's text. It must not reach files,
 * processes, the clock or the host's memory; must not hang or exhaust the host; must not change what another
 * document's or another extractor's call sees. What stops it, threat by threat:
 *   - Loops, and swallowing the error that ends them: a count hook (limit.c), armed for every instruction once a budget is spent;
 *     pcall passes such an error on. There are no coroutines and no xpcall, which had ways around it; __gc, __close and __mode
 *     are refused: they run, or let a script see, what happens outside its own instructions.
 *   - Functions that are long in C, where no hook fires: Lua's patterns are off and name `re`; string.rep and string.find, table.*,
 *     utf8.*, spans and words pay by bytes or entries before the work (gs_charge); what makes strings pays in the allocator.
 *   - Memory: the state's allocator has a cap, which compiled patterns and the matcher's heap share; a script that catches
 *     "not enough memory" has spent the budget.
 *   - Escape: functions are taken one by one from the libraries (an allow-list); io, os, debug, package, coroutine, load and
 *     collectgarbage are never opened into it. Chunks load as text only: mutated bytecode crashes the interpreter. No function
 *     shows an address, nor the clock, nor anything random; tests/script/globals.txt lists all that can be reached.
 *   - Cross-talk: one Lua state an extractor; the environment and the libraries are read-only, and so is, once it is loaded, all
 *     that the extractor's files made (freeze.c). Spans, matches, patterns and iterators of an earlier call raise. Patterns are shared
 *     between extractors as compiled code, which no script can tell.
 *   - Patterns: counted to one budget a call, also across start positions (match.c); length, groups, compiled size are bounded.
 *   - Records: checked against the declared fields, counted and weighed (record.c). A cycle can't be declared.
 *   - Order that differs from run to run: pairs goes by sorted keys, table.sort is stable.
 *
 * What it does not stop: a bug in the interpreter or in PCRE2, which is what worker processes are for; single instructions on
 * very long strings (a comparison of 8 MB takes a millisecond), which only the limit of milliseconds sees; a metatable that is
 * given __mode after it was set, by which a script can see its own garbage collected; a host program that changes
 * the C locale, by which strings compare and numbers print.
 */
#include "script/sandbox.h"

#include <lauxlib.h>
#include <lualib.h>
#include <string.h>

#include "script/bindings.h"
#include "script/freeze.h"
#include "script/libraries.h"
#include "script/library.h"
#include "script/state.h"

#define ENVIRONMENT "gisa.environment" /* in the registry */

static const char *const base_names[] = {"assert", "error", "ipairs", "rawequal", "select", "type", "getmetatable", NULL};

void gs_copy_names(lua_State *lua, int from, const char *const *names) {
  for (; *names != NULL; names++) {
    lua_getfield(lua, from, *names);
    lua_setfield(lua, -2, *names);
  }
}

/* Behind a protected call: an error that is the budget's goes on upwards, whatever the script wanted. */
static int finish_protected(lua_State *lua, int status) {
  gs_budget *budget = &gs_state_of(lua)->budget;
  if (budget->spent != NULL) {
    lua_settop(lua, 0);
    lua_pushstring(lua, budget->spent);
    return lua_error(lua);
  }
  if (status == LUA_ERRMEM) return gs_budget_spent(lua, "bytes of memory", budget->memory);
  lua_pushboolean(lua, status == LUA_OK);
  lua_insert(lua, 1);
  return lua_gettop(lua);
}

static int protected_call(lua_State *lua) {
  luaL_checkany(lua, 1);
  return finish_protected(lua, lua_pcall(lua, lua_gettop(lua) - 1, LUA_MULTRET, 0));
}

static int to_string(lua_State *lua) {
  luaL_checkany(lua, 1);
  gs_push_text(lua, 1);
  return 1;
}

/* tonumber reads the whole of a string. The standard function is upvalue 1. */
static int to_number(lua_State *lua) {
  if (lua_type(lua, 1) == LUA_TSTRING) gs_charge(lua, lua_rawlen(lua, 1) / 8);
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_insert(lua, 1);
  lua_call(lua, lua_gettop(lua) - 1, 1);
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

/* s:upper() goes through the metatable of strings, which gets the string library at the top of the stack and a lock. It has no
 * arithmetic: "10" + 1 is an error here. */
static void set_string_metatable(lua_State *lua) {
  lua_pushliteral(lua, "");
  lua_newtable(lua);
  lua_pushvalue(lua, -3);
  lua_setfield(lua, -2, "__index");
  lua_pushliteral(lua, "locked");
  lua_setfield(lua, -2, "__metatable");
  lua_setmetatable(lua, -2);
  lua_pop(lua, 1);
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
  gs_freeze_skip(lua);
  lua_setmetatable(lua, -2);
  lua_remove(lua, -2);
}

/* Puts the library at the top of the stack into the environment below it, guarded. */
static void add_library(lua_State *lua, const char *name) {
  guard(lua, NULL);
  lua_setfield(lua, -2, name);
}

void gs_open_sandbox(lua_State *lua) {
  luaL_requiref(lua, LUA_GNAME, luaopen_base, 0);
  int base = lua_gettop(lua);
  lua_newtable(lua);
  gs_copy_names(lua, base, base_names);
  lua_getfield(lua, base, "tonumber");
  lua_pushcclosure(lua, to_number, 1);
  lua_setfield(lua, -2, "tonumber");
  static const luaL_Reg own[] = {{"pcall", protected_call}, {"tostring", to_string}, {NULL, NULL}};
  luaL_setfuncs(lua, own, 0);
  gs_open_access(lua);
  gs_open_require(lua);
  gs_open_strings(lua);
  set_string_metatable(lua);
  add_library(lua, "string");
  gs_open_tables(lua);
  add_library(lua, "table");
  gs_open_math(lua);
  add_library(lua, "math");
  gs_open_utf8(lua);
  add_library(lua, "utf8");
  guard(lua, refuse_unknown);
  lua_setfield(lua, LUA_REGISTRYINDEX, ENVIRONMENT);
  lua_pop(lua, 1);
}

static void set_environment(lua_State *lua) {
  lua_getfield(lua, LUA_REGISTRYINDEX, ENVIRONMENT);
  lua_setupvalue(lua, -2, 1);
}

void gs_load_chunk(lua_State *lua, const char *path) {
  size_t length;
  const char *source = lua_tolstring(lua, -1, &length);
  lua_pushfstring(lua, "@%s", path);
  if (luaL_loadbufferx(lua, source, length, lua_tostring(lua, -1), "t") != LUA_OK) {
    /* Lua cuts the path in a syntax error at LUA_IDSIZE bytes; the reader wants to open it. */
    const char *message = lua_tostring(lua, -1), *line = strstr(message, ".lua:");
    if (line != NULL && strncmp(message, "...", 3) == 0) lua_pushfstring(lua, "%s%s", path, line + 4);
    lua_error(lua);
  }
  set_environment(lua);
  lua_replace(lua, -3);
  lua_pop(lua, 1);
}

typedef struct dump {
  gs_arena *memory;
  char *bytes;
  size_t length;
} dump;

static int add_code(lua_State *lua, const void *piece, size_t size, void *context) {
  (void)lua;
  dump *d = context;
  char *grown = gs_arena_grow(d->memory, d->bytes, d->length, d->length + size);
  if (grown == NULL) return 1;
  memcpy(grown + d->length, piece, size);
  d->bytes = grown;
  d->length += size;
  return 0;
}

void gs_load_module(lua_State *lua, gs_arena *memory, gs_library_file *file) {
  if (file->code != NULL) {
    /* Lua checks no bytecode, and need not: this is its own, never a file's. */
    if (luaL_loadbufferx(lua, file->code, file->code_length, file->path, "b") != LUA_OK) lua_error(lua);
    set_environment(lua);
    return;
  }
  lua_pushlstring(lua, file->bytes, file->length);
  gs_load_chunk(lua, file->path);
  dump d = {memory, NULL, 0};
  if (lua_dump(lua, add_code, &d, 0) != 0) return; /* without memory for it the next one compiles again */
  file->code = d.bytes;
  file->code_length = d.length;
}
