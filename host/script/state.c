#include "script/state.h"

#include <lauxlib.h>
#include <string.h>

#include "script/bindings.h"
#include "script/sandbox.h"

/* A state without an error handler would abort the process: every call is protected, so Lua comes
 * here only when memory is out while it builds the message of an error outside of one. */
static int open_state(lua_State *lua) {
  gs_open_sandbox(lua);
  gs_open_span(lua);
  gs_open_doc(lua);
  return 0;
}

gisa_status gs_state_open(gs_state *state, gs_allocator allocator, const gs_limits *limits,
                          struct gs_patterns *patterns, struct gs_library *library, const char *home) {
  memset(state, 0, sizeof *state);
  state->budget.allocator = allocator;
  state->budget.limits = *limits;
  gs_budget_end(&state->budget);
  state->patterns = patterns;
  state->home = home;
  state->library = library;
  lua_State *lua = lua_newstate(gs_budget_allocate, &state->budget);
  if (lua == NULL) return GISA_NO_MEMORY;
  state->lua = lua;
  *(gs_state **)lua_getextraspace(lua) = state;
  /* A call leaves spans, matches and small tables, nearly all of which die with it: a generational collector finds those without
   * walking word lists and code, which saves a seventh of the time of the shipped extractors. It is called for every 4 % that memory
   * grows by and not 20: a hundred kB or so, which are still in the processor's cache when it looks at them. */
  lua_gc(lua, LUA_GCGEN, 4, 0);
  lua_pushcfunction(lua, open_state);
  if (lua_pcall(lua, 0, 0, 0) == LUA_OK) return GISA_OK;
  gs_state_close(state);
  return GISA_NO_MEMORY;
}

void gs_state_close(gs_state *state) {
  if (state->lua != NULL) lua_close(state->lua);
  state->lua = NULL;
  gs_pool_close(&state->budget.pool, state->budget.allocator);
}

void gs_type_register(lua_State *lua, gs_type type, const char *name) {
  lua_pushstring(lua, name);
  lua_setfield(lua, -2, "__name");
  lua_pushliteral(lua, "locked");
  lua_setfield(lua, -2, "__metatable");
  gs_state_of(lua)->metatables[type] = luaL_ref(lua, LUA_REGISTRYINDEX);
}

void *gs_push_object(lua_State *lua, gs_type type, size_t size, int values) {
  uint32_t *object = lua_newuserdatauv(lua, size, values);
  *object = type;
  lua_rawgeti(lua, LUA_REGISTRYINDEX, gs_state_of(lua)->metatables[type]);
  lua_setmetatable(lua, -2);
  return object;
}

void gs_check_iterator(lua_State *lua, int generation) {
  if (lua_tointeger(lua, generation) != gs_state_of(lua)->generation)
    luaL_error(lua, "an iterator was kept from an earlier document");
}
