/* Configuration: keys of an extractor's `config` table, set from text. */
#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "script/extractor.h"
#include "script/freeze.h"
#include "script/keys.h"
#include "script/traceback.h"

typedef struct setting {
  const gs_extractor *extractor;
  const char *key, *value;
} setting;

static void refuse_key(lua_State *lua, const setting *s) {
  const char *keys[64];
  size_t count = 0;
  for (lua_pushnil(lua); lua_next(lua, -2) != 0; lua_pop(lua, 1))
    if (lua_type(lua, -2) == LUA_TSTRING && count < 64) keys[count++] = lua_tostring(lua, -2);
  const char *nearest = gs_nearest(s->key, keys, count);
  if (nearest != NULL)
    luaL_error(lua, "%s has no setting '%s'; did you mean '%s'?", s->extractor->name, s->key, nearest);
  luaL_error(lua, count == 0 ? "%s has no settings, so not '%s'" : "%s has no setting '%s'", s->extractor->name, s->key);
}

static int set(lua_State *lua) {
  const setting *s = lua_touserdata(lua, 1);
  lua_settop(lua, 0);
  lua_getfield(lua, LUA_REGISTRYINDEX, GS_KEY_CONFIG);
  gs_frozen_open(lua, 1);
  switch (lua_getfield(lua, -1, s->key)) {
  case LUA_TNIL: lua_pop(lua, 1); refuse_key(lua, s); break;
  case LUA_TBOOLEAN:
    if (strcmp(s->value, "true") != 0 && strcmp(s->value, "false") != 0)
      return luaL_error(lua, "%s.%s is '%s', wanted true or false", s->extractor->name, s->key, s->value);
    lua_pushboolean(lua, strcmp(s->value, "true") == 0);
    break;
  case LUA_TNUMBER:
    if (lua_stringtonumber(lua, s->value) == 0)
      return luaL_error(lua, "%s.%s is '%s', wanted a number", s->extractor->name, s->key, s->value);
    break;
  case LUA_TSTRING: lua_pushstring(lua, s->value); break;
  default:
    return luaL_error(lua, "%s.%s is a %s and can't be set on the command line", s->extractor->name, s->key,
                      luaL_typename(lua, -1));
  }
  lua_setfield(lua, 1, s->key);
  return 0;
}

gisa_status gs_extractor_configure(gs_extractor *extractor, const char *key, const char *value, char *message) {
  lua_State *lua = extractor->state.lua;
  setting s = {extractor, key, value};
  gs_budget_begin(&extractor->state.budget, lua, 0, true);
  lua_pushcfunction(lua, set);
  lua_pushlightuserdata(lua, &s);
  int status = lua_pcall(lua, 1, 0, 0);
  if (status != LUA_OK) gs_copy_message(lua, message, GS_SCRIPT_MESSAGE);
  lua_settop(lua, 0);
  return status == LUA_OK ? GISA_OK : status == LUA_ERRMEM ? GISA_NO_MEMORY : GISA_USAGE;
}

typedef struct listing {
  gs_arena *arena;
  const char **items;
  size_t count;
} listing;

/* More settings than a reader of a list would read. */
#define MAX_LISTED 64

static int list_settings(lua_State *lua) {
  listing *l = lua_touserdata(lua, 1);
  lua_settop(lua, 0);
  lua_getfield(lua, LUA_REGISTRYINDEX, GS_KEY_CONFIG);
  gs_frozen_open(lua, 1);
  for (lua_pushnil(lua); lua_next(lua, 1) != 0 && l->count < MAX_LISTED; lua_settop(lua, 2)) {
    if (lua_type(lua, 2) != LUA_TSTRING) continue;
    const char *value = lua_istable(lua, 3) ? "a table" : luaL_tolstring(lua, 3, NULL);
    const char *quote = lua_type(lua, 3) == LUA_TSTRING ? "\"" : "";
    const char *text = lua_pushfstring(lua, "%s = %s%s%s", lua_tostring(lua, 2), quote, value, quote);
    l->items[l->count] = gs_arena_copy(l->arena, text, strlen(text));
    if (l->items[l->count] != NULL) l->count++;
  }
  return 0;
}

static int by_bytes(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t gs_extractor_settings(gs_extractor *extractor, gs_arena *arena, const char ***settings) {
  lua_State *lua = extractor->state.lua;
  listing l = {arena, gs_arena_alloc(arena, MAX_LISTED * sizeof *l.items), 0};
  if (l.items == NULL) return 0;
  gs_budget_begin(&extractor->state.budget, lua, 0, true);
  lua_pushcfunction(lua, list_settings);
  lua_pushlightuserdata(lua, &l);
  if (lua_pcall(lua, 1, 0, 0) != LUA_OK) l.count = 0;
  lua_settop(lua, 0);
  qsort(l.items, l.count, sizeof *l.items, by_bytes);
  *settings = l.items;
  return l.count;
}
