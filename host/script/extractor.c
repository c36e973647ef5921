/* Loading: the file is run once, and what it returns is checked field by field, so that a mistake is found
 * here with its place and not on the ten-thousandth article. */
#include "script/extractor.h"

#include <lauxlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/source.h"
#include "script/freeze.h"
#include "script/keys.h"
#include "script/pattern_cache.h"
#include "script/sandbox.h"
#include "script/traceback.h"
#include "text/utf8.h"

/* Source files of extractors are read by people; a larger one is a data file in disguise. */
#define MAX_EXTRACTOR_BYTES ((size_t)1 << 20)

static const char *const known_keys[] = {"name",   "version",  "summary",  "needs", "triggers",
                                         "config", "fields",   "identity", "extract"};
#define KNOWN_KEYS (sizeof known_keys / sizeof known_keys[0])

static void check_keys(lua_State *lua, const char *path) {
  for (lua_pushnil(lua); lua_next(lua, -2) != 0; lua_pop(lua, 1)) {
    if (lua_type(lua, -2) != LUA_TSTRING)
      luaL_error(lua, "%s: the extractor's table has an entry without a name", path);
    const char *key = lua_tostring(lua, -2);
    bool known = false;
    for (size_t i = 0; i < KNOWN_KEYS && !known; i++) known = strcmp(key, known_keys[i]) == 0;
    if (known) continue;
    const char *nearest = gs_nearest(key, known_keys, KNOWN_KEYS);
    if (nearest != NULL) luaL_error(lua, "%s: unknown field '%s'; did you mean '%s'?", path, key, nearest);
    luaL_error(lua, "%s: unknown field '%s'", path, key);
  }
}

/* Copies a string field of the table at the top of the stack. */
static const char *take_string(lua_State *lua, gs_extractor *extractor, const char *key) {
  int type = lua_getfield(lua, -1, key);
  if (type == LUA_TNIL) luaL_error(lua, "%s: field '%s' is missing (a string)", extractor->path, key);
  if (type != LUA_TSTRING)
    luaL_error(lua, "%s: field '%s' is a %s, wanted a string", extractor->path, key, lua_typename(lua, type));
  size_t length;
  const char *s = lua_tolstring(lua, -1, &length);
  if (length == 0) luaL_error(lua, "%s: field '%s' is empty", extractor->path, key);
  if (!gs_is_utf8(s, length)) luaL_error(lua, "%s: field '%s' is not valid UTF-8", extractor->path, key);
  char *copy = gs_arena_copy(&extractor->arena, s, length);
  if (copy == NULL) luaL_error(lua, "out of memory");
  lua_pop(lua, 1);
  return copy;
}

/* Copies an optional list of strings. */
static gs_literal *take_list(lua_State *lua, gs_extractor *extractor, const char *key, uint32_t *count) {
  *count = 0;
  int type = lua_getfield(lua, -1, key);
  if (type == LUA_TNIL) {
    lua_pop(lua, 1);
    return NULL;
  }
  if (type != LUA_TTABLE)
    luaL_error(lua, "%s: field '%s' is a %s, wanted a list of strings", extractor->path, key, lua_typename(lua, type));
  lua_Unsigned n = lua_rawlen(lua, -1);
  gs_literal *list = gs_arena_alloc(&extractor->arena, (n + 1) * sizeof *list);
  if (list == NULL) luaL_error(lua, "out of memory");
  for (lua_Unsigned i = 0; i < n; i++) {
    if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TSTRING)
      luaL_error(lua, "%s: %s[%d] is a %s, wanted a string", extractor->path, key, (int)i + 1, luaL_typename(lua, -1));
    const char *s = lua_tolstring(lua, -1, &list[i].length);
    if (list[i].length == 0) luaL_error(lua, "%s: %s[%d] is empty", extractor->path, key, (int)i + 1);
    list[i].bytes = gs_arena_copy(&extractor->arena, s, list[i].length);
    if (list[i].bytes == NULL) luaL_error(lua, "out of memory");
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  *count = (uint32_t)n;
  return list;
}

static bool is_identifier(const char *name) {
  if (name[0] < 'a' || name[0] > 'z' || strlen(name) > 40) return false;
  return strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

/* The result has these keys of its own, so that no extractor may be called by them. */
static bool is_reserved(const char *name) {
  static const char *const reserved[] = {"gisa", "source", "article", "extractors", "diagnostics"};
  for (size_t i = 0; i < sizeof reserved / sizeof reserved[0]; i++)
    if (strcmp(name, reserved[i]) == 0) return true;
  return false;
}

static void take_field(lua_State *lua, gs_extractor *extractor, uint32_t i) {
  gs_field *field = &extractor->fields[i];
  const char **parts[] = {&field->name, NULL, &field->description};
  const char *spelling = NULL;
  if (lua_rawgeti(lua, -1, (lua_Integer)i + 1) != LUA_TTABLE)
    luaL_error(lua, "%s: fields[%d] is a %s, wanted {name, type, description}", extractor->path, (int)i + 1,
               luaL_typename(lua, -1));
  parts[1] = &spelling;
  for (int part = 0; part < 3; part++) {
    static const char *const names[] = {"a name", "a type", "a description"};
    if (lua_rawgeti(lua, -1, part + 1) != LUA_TSTRING)
      luaL_error(lua, "%s: fields[%d] lacks %s; wanted {name, type, description}", extractor->path, (int)i + 1,
                 names[part]);
    size_t length;
    const char *s = lua_tolstring(lua, -1, &length);
    if (!gs_is_utf8(s, length)) luaL_error(lua, "%s: fields[%d] is not valid UTF-8", extractor->path, (int)i + 1);
    if ((*parts[part] = gs_arena_copy(&extractor->arena, s, length)) == NULL) luaL_error(lua, "out of memory");
    lua_pop(lua, 1);
  }
  lua_pop(lua, 1);
  if (!is_identifier(field->name) || strcmp(field->name, "at") == 0)
    luaL_error(lua, "%s: fields[%d] is named '%s'; wanted lower-case letters, digits and '_', not 'at'",
               extractor->path, (int)i + 1, field->name);
  for (uint32_t k = 0; k < i; k++)
    if (strcmp(extractor->fields[k].name, field->name) == 0)
      luaL_error(lua, "%s: field '%s' is declared twice", extractor->path, field->name);
  if (!gs_field_type_parse(spelling, &field->type))
    luaL_error(lua,
               "%s: field '%s' has the type '%s'; there are span, string, number, integer, boolean, "
               "'number or string', 'list of …', each with '?' where it may be absent",
               extractor->path, field->name, spelling);
}

static void take_fields(lua_State *lua, gs_extractor *extractor) {
  int type = lua_getfield(lua, -1, "fields");
  if (type != LUA_TTABLE)
    luaL_error(lua, "%s: field 'fields' is %s (a list of {name, type, description})", extractor->path,
               type == LUA_TNIL ? "missing" : "not a table");
  lua_Unsigned n = lua_rawlen(lua, -1);
  if (n == 0 || n > 64) luaL_error(lua, "%s: 'fields' has %d entries; wanted 1 to 64", extractor->path, (int)n);
  extractor->fields = gs_arena_zeroed(&extractor->arena, n * sizeof *extractor->fields);
  if (extractor->fields == NULL) luaL_error(lua, "out of memory");
  for (extractor->field_count = 0; extractor->field_count < n; extractor->field_count++)
    take_field(lua, extractor, extractor->field_count);
  lua_pop(lua, 1);
}

static void take_identity(lua_State *lua, gs_extractor *extractor) {
  uint32_t count;
  gs_literal *names = take_list(lua, extractor, "identity", &count);
  extractor->identity = gs_arena_alloc(&extractor->arena, (count + 1) * sizeof *extractor->identity);
  if (extractor->identity == NULL) luaL_error(lua, "out of memory");
  for (uint32_t i = 0; i < count; i++) {
    uint32_t f = 0;
    while (f < extractor->field_count && strcmp(extractor->fields[f].name, names[i].bytes) != 0) f++;
    if (f == extractor->field_count)
      luaL_error(lua, "%s: identity[%d] is '%s', which is no field", extractor->path, (int)i + 1, names[i].bytes);
    extractor->identity[extractor->identity_count++] = f;
  }
}

static void take_needs(lua_State *lua, gs_extractor *extractor) {
  gs_literal *names = take_list(lua, extractor, "needs", &extractor->need_count);
  extractor->needs = gs_arena_alloc(&extractor->arena, (extractor->need_count + 1) * sizeof *extractor->needs);
  if (extractor->needs == NULL) luaL_error(lua, "out of memory");
  for (uint32_t i = 0; i < extractor->need_count; i++) extractor->needs[i] = names[i].bytes;
  extractor->needs[extractor->need_count] = NULL;
}

/* Keeps extract(), the configuration and the field names in the state's registry. */
static void anchor(lua_State *lua, gs_extractor *extractor) {
  if (lua_getfield(lua, -1, "extract") != LUA_TFUNCTION)
    luaL_error(lua, "%s: field 'extract' is %s (a function of doc and config)", extractor->path,
               lua_isnil(lua, -1) ? "missing" : "not a function");
  lua_setfield(lua, LUA_REGISTRYINDEX, GS_KEY_EXTRACT);
  int type = lua_getfield(lua, -1, "config");
  if (type == LUA_TNIL) {
    lua_pop(lua, 1);
    lua_newtable(lua);
  } else if (type != LUA_TTABLE) {
    luaL_error(lua, "%s: field 'config' is a %s, wanted a table of defaults", extractor->path, lua_typename(lua, type));
  }
  lua_setfield(lua, LUA_REGISTRYINDEX, GS_KEY_CONFIG);
  extractor->field_keys = gs_arena_alloc(&extractor->arena, extractor->field_count * sizeof(void *));
  if (extractor->field_keys == NULL) luaL_error(lua, "out of memory");
  /* Strings of up to 40 bytes are interned: within a state, equal names have one address. */
  lua_newtable(lua);
  for (uint32_t i = 0; i < extractor->field_count; i++) {
    extractor->field_keys[i] = lua_pushstring(lua, extractor->fields[i].name);
    lua_rawseti(lua, -2, (lua_Integer)i + 1);
  }
  extractor->at_key = lua_pushliteral(lua, "at");
  lua_rawseti(lua, -2, (lua_Integer)extractor->field_count + 1);
  lua_setfield(lua, LUA_REGISTRYINDEX, GS_KEY_FIELDS);
}

/* From now on nothing may stay behind a call: what extract(), the configuration and the modules lead to is read-only. */
static void freeze(lua_State *lua) {
  static const char *const roots[] = {GS_KEY_EXTRACT, GS_KEY_CONFIG, GS_KEY_MODULES};
  lua_settop(lua, 0);
  lua_newtable(lua);
  for (int i = 0; i < 3; i++) {
    if (lua_getfield(lua, LUA_REGISTRYINDEX, roots[i]) == LUA_TTABLE && i == 2) {
      /* The table of modules is the host's; only what it holds is frozen. */
      for (lua_pushnil(lua); lua_next(lua, 2) != 0;) {
        lua_pushvalue(lua, -2);
        lua_insert(lua, -2);
        lua_rawset(lua, 1);
      }
      lua_pop(lua, 1);
    } else {
      lua_rawseti(lua, 1, i + 1);
    }
  }
  gs_freeze(lua);
}

static int load(lua_State *lua) {
  gs_extractor *extractor = lua_touserdata(lua, 1);
  lua_settop(lua, 0);
  const char *bytes;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  if (gs_source_read(&extractor->arena, extractor->path, MAX_EXTRACTOR_BYTES, &bytes, &length, message) != GISA_OK)
    return luaL_error(lua, "%s: %s", extractor->path, message);
  gs_digest_add(extractor->state.files, bytes, length);
  lua_pushlstring(lua, bytes, length);
  gs_load_chunk(lua, extractor->path);
  lua_call(lua, 0, 1);
  if (!lua_istable(lua, -1))
    return luaL_error(lua, "%s: returned a %s, wanted a table; end the file with `return { name = …, … }`",
                      extractor->path, luaL_typename(lua, -1));
  check_keys(lua, extractor->path);
  extractor->name = take_string(lua, extractor, "name");
  if (!is_identifier(extractor->name) || is_reserved(extractor->name))
    return luaL_error(lua, "%s: the name '%s' can't be used: lower-case letters, digits and '_', none of the result's own keys",
                      extractor->path, extractor->name);
  extractor->version = take_string(lua, extractor, "version");
  extractor->summary = take_string(lua, extractor, "summary");
  take_needs(lua, extractor);
  extractor->triggers = take_list(lua, extractor, "triggers", &extractor->trigger_count);
  take_fields(lua, extractor);
  take_identity(lua, extractor);
  anchor(lua, extractor);
  freeze(lua);
  return 0;
}

/* Loading is no call: where calls are given less than the defaults, it may still have those. */
static void widen(gs_limits *limits) {
  const gs_limits *least = &gs_limit_defaults;
  if (limits->instructions < least->instructions) limits->instructions = least->instructions;
  if (limits->match_steps < least->match_steps) limits->match_steps = least->match_steps;
  if (limits->milliseconds < least->milliseconds && limits->milliseconds > 0) limits->milliseconds = least->milliseconds;
}

static gisa_status run_load(gs_extractor *extractor, char *message) {
  lua_State *lua = extractor->state.lua;
  gs_limits of_calls = extractor->state.budget.limits;
  widen(&extractor->state.budget.limits);
  extractor->state.loading = true;
  gs_patterns_begin(extractor->state.patterns);
  gs_budget_begin(&extractor->state.budget, lua, 0, true);
  lua_pushcfunction(lua, gs_traceback);
  lua_pushcfunction(lua, load);
  lua_pushlightuserdata(lua, extractor);
  int status = lua_pcall(lua, 1, 0, 1);
  extractor->state.loading = false;
  extractor->state.budget.limits = of_calls;
  gs_budget_end(&extractor->state.budget);
  if (status != LUA_OK) gs_copy_message(lua, message, GS_SCRIPT_MESSAGE);
  lua_settop(lua, 0);
  return status == LUA_OK ? GISA_OK : status == LUA_ERRMEM ? GISA_NO_MEMORY : GISA_EXTRACTOR;
}

gisa_status gs_extractor_load(gs_extractor *extractor, const char *path, gs_allocator allocator, const gs_limits *limits,
                              struct gs_patterns *patterns, struct gs_library *library, char *message) {
  memset(extractor, 0, sizeof *extractor);
  gs_arena_init(&extractor->arena, allocator);
  const char *slash = strrchr(path, '/');
  extractor->path = gs_arena_copy(&extractor->arena, path, strlen(path));
  extractor->home = slash == NULL ? gs_arena_copy(&extractor->arena, ".", 1)
                                  : gs_arena_copy(&extractor->arena, path, (size_t)(slash - path));
  snprintf(message, GS_SCRIPT_MESSAGE, "%s: out of memory", path);
  gisa_status status = GISA_NO_MEMORY;
  if (extractor->path != NULL && extractor->home != NULL)
    status = gs_state_open(&extractor->state, allocator, limits, patterns, library, extractor->home);
  if (status == GISA_OK) status = run_load(extractor, message);
  if (status == GISA_OK) gs_pool_open(&extractor->state.budget.pool, allocator);
  if (status != GISA_OK) gs_extractor_free(extractor);
  return status;
}

void gs_extractor_free(gs_extractor *extractor) {
  gs_state_close(&extractor->state);
  gs_arena_free(&extractor->arena);
}

static bool holds(const gs_document *document, gs_span piece, const gs_literal *literal) {
  return memmem(document->text.bytes + piece.start, piece.stop - piece.start, literal->bytes, literal->length) != NULL;
}

bool gs_extractor_triggered(const gs_extractor *extractor, const gs_document *document, const gs_trigger_filter *filter) {
  for (uint32_t i = 0; i < extractor->trigger_count; i++) {
    const gs_literal *literal = &extractor->triggers[i];
    if (gs_trigger_filter_may_hold(filter, literal->bytes, literal->length) &&
        (holds(document, document->body, literal) || holds(document, document->title, literal)))
      return true;
  }
  return extractor->trigger_count == 0;
}
