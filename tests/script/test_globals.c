/* Everything that a script can reach from its environment, by its way there, is listed in globals.txt: what is not listed is an escape. */
#include "loading.h"

#include <lauxlib.h>

#include "document/source.h"

static const char source[] =
    "local re, words = require 're', require 'words'\n"
    "local lines, seen = {}, {}\n"
    "local function walk(name, value)\n"
    "  lines[#lines + 1] = name .. ' ' .. type(value)\n"
    "  if type(value) ~= 'table' or seen[value] then return end\n"
    "  seen[value] = true\n"
    "  for k, v in pairs(value) do walk(name .. '.' .. tostring(k), v) end\n"
    "end\n"
    "walk('re', re)\n"
    "walk('words', words)\n"
    "return { name = 'x', version = '1', summary = 's', fields = {{'a', 'span?', 'd'}},\n"
    "  extract = function() error(table.concat(lines, '\\n'), 0) end }\n";

/* The environment and its libraries stand behind guards that show nothing to pairs, so they are walked from C. */
static void list_table(lua_State *lua, const char *name, FILE *out, int depth) {
  fprintf(out, "%s %s\n", name, luaL_typename(lua, -1));
  if (!lua_istable(lua, -1) || depth > 4) return;
  if (lua_getmetatable(lua, -1)) {
    char inner[256];
    lua_getfield(lua, -1, "__metatable");
    fprintf(out, "%s is %s\n", name, lua_isnil(lua, -1) ? "open" : lua_tostring(lua, -1));
    lua_pop(lua, 1);
    if (lua_getfield(lua, -1, "__index") == LUA_TTABLE) {
      for (lua_pushnil(lua); lua_next(lua, -2) != 0; lua_pop(lua, 1)) {
        snprintf(inner, sizeof inner, "%s.%s", name, lua_tostring(lua, -2));
        list_table(lua, inner, out, depth + 1);
      }
    }
    lua_pop(lua, 2);
  }
}

static int by_text(const void *a, const void *b) {
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The lines in order, as one string. */
static char *sorted(char *text) {
  static char *lines[1000];
  static char out[32768];
  size_t count = 0, used = 0;
  for (char *line = strtok(text, "\n"); line != NULL && count < 1000; line = strtok(NULL, "\n")) lines[count++] = line;
  qsort(lines, count, sizeof lines[0], by_text);
  for (size_t i = 0; i < count; i++) used += (size_t)snprintf(out + used, sizeof out - used, "%s\n", lines[i]);
  return out;
}

Test(globals, are_those_of_the_list) {
  loading l;
  static char text[32768];
  load_source(&l, source, sizeof source - 1);
  cr_assert_eq(l.status, GISA_OK, "%s", l.message);
  lua_State *lua = l.extractor.state.lua;
  FILE *out = fmemopen(text, sizeof text, "w");
  lua_getfield(lua, LUA_REGISTRYINDEX, "gisa.environment");
  list_table(lua, "_ENV", out, 0);
  lua_pushliteral(lua, "");
  lua_getmetatable(lua, -1);
  lua_getfield(lua, -1, "__index");
  for (lua_pushnil(lua); lua_next(lua, -2) != 0; lua_pop(lua, 1)) fprintf(out, "(\"\").%s %s\n", lua_tostring(lua, -2), luaL_typename(lua, -1));
  lua_settop(lua, 0);
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  gs_document document;
  gs_records records;
  cr_assert_eq(gs_document_parse(&arena, "x", 1, NULL, &gs_document_defaults, &diagnostics, &document), GISA_OK);
  gs_extractor_call(&l.extractor, &arena, &document, "", NULL, 0, NULL, NULL, &records, l.message);
  *strstr(l.message, "\n  at ") = '\0'; /* where the error was raised, in a temporary folder */
  fprintf(out, "%s\n", l.message);
  fclose(out);
  const char *golden;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  cr_assert_eq(gs_source_read(&arena, GISA_SOURCE_DIR "/tests/script/globals.txt", 1 << 20, &golden, &length, message), GISA_OK, "%s", message);
  char *reached = sorted(text);
  cr_expect_str_eq(reached, golden, "what scripts can reach is not tests/script/globals.txt but:\n%s", reached);
  gs_arena_free(&arena);
  unload(&l);
}
