/* plugins/types/gisa.lua tells editors what there is: nothing that is missing, nothing that there is not. */
#include <lauxlib.h>

#include "document/source.h"
#include "loading.h"
#include "script/bindings.h"

#define TYPES GISA_SOURCE_DIR "/plugins/types/gisa.lua"

/* Whether the annotations declare `function OWNER SEPARATOR NAME(`, or `---@field NAME ` in the class of that name. */
static bool is_declared(const char *types, const char *owner, char separator, const char *name) {
  char wanted[128], head[64];
  snprintf(wanted, sizeof wanted, "\nfunction %s%c%s(", owner, separator, name);
  if (strstr(types, wanted) != NULL) return true;
  snprintf(head, sizeof head, "\n---@class %s\n", owner);
  const char *class = strstr(types, head), *end = class == NULL ? NULL : strstr(class, "\nlocal ");
  snprintf(wanted, sizeof wanted, "\n---@field %s ", name);
  const char *field = class == NULL ? NULL : strstr(class, wanted);
  return field != NULL && end != NULL && field < end;
}

/* Every entry of the table at the top of the stack is declared; the table is popped. */
static void check_declared(lua_State *lua, const char *types, const char *owner, char separator) {
  int entries = 0;
  cr_assert(lua_istable(lua, -1), "%s", owner);
  for (lua_pushnil(lua); lua_next(lua, -2) != 0; lua_pop(lua, 1), entries++) {
    const char *name = lua_tostring(lua, -2);
    cr_expect(is_declared(types, owner, separator, name), "gisa.lua lacks %s%c%s", owner, separator, name);
  }
  cr_expect(entries > 0, "%s", owner);
}

/* Every function that is declared for the owner is in the table at the top of the stack. */
static void check_real(lua_State *lua, const char *types, const char *owner, char separator) {
  char head[64];
  snprintf(head, sizeof head, "\nfunction %s%c", owner, separator);
  for (const char *at = types; (at = strstr(at, head)) != NULL;) {
    at += strlen(head);
    lua_pushlstring(lua, at, strcspn(at, "("));
    const char *name = lua_tostring(lua, -1);
    lua_getfield(lua, -2, name);
    cr_expect(lua_isfunction(lua, -1), "gisa.lua declares %s%c%s, which is not there", owner, separator, name);
    lua_pop(lua, 2);
  }
}

static void check_both(lua_State *lua, const char *types, const char *owner, char separator) {
  check_declared(lua, types, owner, separator);
  check_real(lua, types, owner, separator);
  lua_settop(lua, 0);
}

/* Pushes the methods of a host type: its __index, or what that function looks them up in. */
static void push_methods(lua_State *lua, gs_type type) {
  lua_rawgeti(lua, LUA_REGISTRYINDEX, gs_state_of(lua)->metatables[type]);
  lua_getfield(lua, -1, "__index");
  if (lua_istable(lua, -1)) return;
  cr_assert_not_null(lua_getupvalue(lua, -1, 1));
}

Test(types, tell_what_there_is) {
  static const char source[] = "require 're' require 'words' return {name = 'x', version = '1', summary = 's', "
                               "fields = {{'a', 'span', 'd'}}, extract = function() end}";
  gs_arena arena;
  loading l;
  const char *types;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  gs_arena_init(&arena, gs_heap);
  cr_assert_eq(gs_source_read(&arena, TYPES, 1 << 20, &types, &length, message), GISA_OK, "%s", message);
  types = gs_arena_copy(&arena, types, length);
  load_source(&l, source, strlen(source));
  cr_assert_eq(l.status, GISA_OK, "%s", l.message);
  lua_State *lua = l.extractor.state.lua;
  push_methods(lua, GS_TYPE_SPAN), check_both(lua, types, "Span", ':');
  push_methods(lua, GS_TYPE_PATTERN), check_both(lua, types, "Pattern", ':');
  push_methods(lua, GS_TYPE_WORDS), check_both(lua, types, "Words", ':');
  push_methods(lua, GS_TYPE_DOC), check_both(lua, types, "doc", '.');
  gs_open_re(lua), check_both(lua, types, "re", '.');
  gs_open_words(lua), check_both(lua, types, "words", '.');
  unload(&l);
  gs_arena_free(&arena);
}

/* The keys that only an index function knows: each class's fields are what a script finds, and no others. */
Test(types, tell_the_fields_of_documents_and_quotations) {
  static const char *const classes[] = {"Doc", "Quoted", "Extractor"};
  static const char *const fields[][10] = {
      {"id", "meta", "title", "body", "records"},
      {"text", "whole", "mark", "depth", "paired"},
      {"name", "version", "summary", "needs", "triggers", "config", "fields", "identity", "extract"}};
  gs_arena arena;
  const char *types;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  gs_arena_init(&arena, gs_heap);
  cr_assert_eq(gs_source_read(&arena, TYPES, 1 << 20, &types, &length, message), GISA_OK, "%s", message);
  types = gs_arena_copy(&arena, types, length);
  for (int c = 0; c < 3; c++) {
    char head[64];
    snprintf(head, sizeof head, "\n---@class %s\n", classes[c]);
    const char *at = strstr(types, head);
    cr_assert_not_null(at, "%s", classes[c]);
    at += strlen(head);
    for (int f = 0; f < 10 && fields[c][f] != NULL; f++, at = strchr(at, '\n') + 1) {
      char wanted[64];
      snprintf(wanted, sizeof wanted, "---@field %s ", fields[c][f]);
      cr_expect(strncmp(at, wanted, strlen(wanted)) == 0, "%s: wanted %s, there is %.40s", classes[c], wanted, at);
    }
    cr_expect(strncmp(at, "---@field", 9) != 0, "%s has more fields than a script finds: %.40s", classes[c], at);
  }
  gs_arena_free(&arena);
}
