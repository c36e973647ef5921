/* re: PCRE2 for scripts, on strings and on spans. What comes back is of the subject's kind, so a
 * record made from matches of the body is grounded without further work. */
#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "script/match.h"
#include "script/state.h"

static uint32_t check_flags(lua_State *lua, int argument) {
  uint32_t options = 0;
  for (const char *flag = luaL_optstring(lua, argument, ""); *flag != '\0'; flag++) {
    switch (*flag) {
    case 'i': options |= PCRE2_CASELESS; break;
    case 'x': options |= PCRE2_EXTENDED; break;
    case 'm': options |= PCRE2_MULTILINE; break;
    case 's': options |= PCRE2_DOTALL; break;
    default: luaL_argerror(lua, argument, lua_pushfstring(lua, "unknown flag '%c' (there are i, x, m, s)", *flag));
    }
  }
  return options;
}

/* Where the script asks for a new pattern. */
static void note_place(lua_State *lua, gs_pattern *pattern) {
  lua_Debug at;
  char place[256] = "";
  if (lua_getstack(lua, 1, &at) != 0 && lua_getinfo(lua, "Sl", &at) != 0 && at.source[0] == '@')
    snprintf(place, sizeof place, "%s:%d", at.source + 1, at.currentline);
  gs_pattern_set_place(gs_state_of(lua)->patterns, pattern, place);
}

/* A Pattern of a script. Those that were compiled while it was loaded are of generation 0 and stay. */
typedef struct compiled {
  uint32_t type, generation;
  gs_pattern *pattern;
} compiled;

/* What a new pattern costs: compiling takes about 10 instructions a byte of compiled code, the JIT included. Patterns are shared
 * between extractors, but each pays as if it were alone, so that nobody's budget depends on the others. */
static void pay(lua_State *lua, const gs_pattern *pattern) {
  gs_state *state = gs_state_of(lua);
  size_t size = gs_pattern_size(pattern);
  gs_charge(lua, 200 + 10 * size);
  /* The machine code of the JIT is some eight times as long as what PCRE2 compiles to. */
  if (state->loading && !gs_budget_hold(&state->budget, 8 * size))
    gs_budget_spent(lua, "bytes of memory", state->budget.memory);
}

static gs_pattern *compile(lua_State *lua, int argument, uint32_t options) {
  gs_state *state = gs_state_of(lua);
  gs_patterns *patterns = state->patterns;
  size_t length;
  const char *source = luaL_checklstring(lua, argument, &length);
  char message[512];
  gs_charge(lua, 4 + length / 8);
  gs_pattern *pattern = gs_pattern_compile(patterns, source, length, options, state->loading, message, sizeof message);
  if (pattern == NULL) luaL_error(lua, "%s", message);
  if (pattern->place == NULL) note_place(lua, pattern);
  if (state->loading) {
    pay(lua, pattern);
  } else if (pattern->call != patterns->call) {
    pattern->call = patterns->call;
    pay(lua, pattern);
    if (++patterns->call_count > GS_MAX_CALL_PATTERNS) gs_budget_spent(lua, "patterns", GS_MAX_CALL_PATTERNS);
  }
  return pattern;
}

static void push_pattern(lua_State *lua, gs_pattern *pattern) {
  compiled *object = gs_push_object(lua, GS_TYPE_PATTERN, sizeof *object, 0);
  object->pattern = pattern;
  object->generation = gs_state_of(lua)->loading ? 0 : gs_state_of(lua)->generation;
}

/* The pattern at argument 1: a compiled one, or a string for re.find(pattern, subject). */
static gs_pattern *check_pattern(lua_State *lua) {
  const compiled *object = gs_to_object(lua, 1, GS_TYPE_PATTERN);
  if (object != NULL) {
    if (object->generation != 0 && object->generation != gs_state_of(lua)->generation)
      luaL_error(lua, "a pattern was kept from an earlier document; compile it at the top of the extractor");
    return object->pattern;
  }
  if (lua_type(lua, 1) == LUA_TSTRING) return compile(lua, 1, 0);
  luaL_typeerror(lua, 1, "Pattern or string");
  return NULL;
}

static size_t check_init(lua_State *lua, int argument, const gs_subject *subject) {
  lua_Integer init = luaL_optinteger(lua, argument, 0);
  if (init < 0 || (size_t)init > subject->length)
    luaL_argerror(lua, argument, "start lies outside the subject");
  if ((size_t)init < subject->length && ((unsigned char)subject->bytes[init] & 0xC0) == 0x80)
    luaL_argerror(lua, argument, "start lies inside a code point");
  return (size_t)init;
}

static int re_compile(lua_State *lua) {
  push_pattern(lua, compile(lua, 1, check_flags(lua, 2)));
  return 1;
}

static int re_escape(lua_State *lua) {
  size_t length;
  const char *s = luaL_checklstring(lua, 1, &length);
  gs_charge(lua, length / 4);
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  for (size_t i = 0; i < length; i++) {
    if (s[i] != '\0' && strchr("\\^$.[]|()?*+{}-#/ \t\n", s[i]) != NULL) luaL_addchar(&buffer, '\\');
    luaL_addchar(&buffer, s[i]);
  }
  luaL_pushresult(&buffer);
  return 1;
}

static int re_test(lua_State *lua) {
  gs_pattern *pattern = check_pattern(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  lua_pushboolean(lua, gs_match(lua, pattern, &subject, check_init(lua, 3, &subject), 0) != NULL);
  return 1;
}

static int re_find(lua_State *lua) {
  gs_pattern *pattern = check_pattern(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  const size_t *groups = gs_match(lua, pattern, &subject, check_init(lua, 3, &subject), 0);
  if (groups == NULL) return 0;
  gs_push_piece(lua, &subject, groups[0], groups[1]);
  return 1;
}

static int re_match(lua_State *lua) {
  gs_pattern *pattern = check_pattern(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  const size_t *groups = gs_match(lua, pattern, &subject, check_init(lua, 3, &subject), 0);
  if (groups == NULL) return 0;
  gs_push_match(lua, pattern, &subject, 2, groups);
  return 1;
}

/* Upvalues: pattern, subject, start and stop of the previous match (an iteration begins as behind a match that
 * was not empty and ended at 0: start -1), generation. */
static int next_match(lua_State *lua) {
  lua_settop(lua, 0);
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_pushvalue(lua, lua_upvalueindex(2));
  gs_check_iterator(lua, lua_upvalueindex(5));
  gs_pattern *pattern = check_pattern(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  lua_Integer start = lua_tointeger(lua, lua_upvalueindex(3)), stop = lua_tointeger(lua, lua_upvalueindex(4));
  const size_t *groups = gs_match_next(lua, pattern, &subject, (size_t)start, (size_t)stop);
  if (groups == NULL) return 0;
  lua_pushinteger(lua, (lua_Integer)groups[0]);
  lua_replace(lua, lua_upvalueindex(3));
  lua_pushinteger(lua, (lua_Integer)groups[1]);
  lua_replace(lua, lua_upvalueindex(4));
  gs_push_match(lua, pattern, &subject, 2, groups);
  return 1;
}

static int re_gmatch(lua_State *lua) {
  gs_pattern *pattern = check_pattern(lua);
  gs_check_subject(lua, 2);
  lua_settop(lua, 2);
  if (lua_type(lua, 1) == LUA_TSTRING) {
    push_pattern(lua, pattern);
    lua_replace(lua, 1);
  }
  lua_pushinteger(lua, -1);
  lua_pushinteger(lua, 0);
  lua_pushinteger(lua, gs_state_of(lua)->generation);
  lua_pushcclosure(lua, next_match, 5);
  return 1;
}

/* Adds what replaces a match to the buffer: the string at argument 3, or what its function returns. */
static void add_replacement(lua_State *lua, luaL_Buffer *buffer, gs_pattern *pattern, const gs_subject *subject,
                            size_t start, size_t stop, const size_t *groups) {
  gs_charge(lua, 4);
  if (lua_type(lua, 3) == LUA_TSTRING) {
    size_t length;
    const char *replacement = lua_tolstring(lua, 3, &length);
    luaL_addlstring(buffer, replacement, length);
    return;
  }
  lua_pushvalue(lua, 3);
  gs_push_match(lua, pattern, subject, 2, groups);
  lua_call(lua, 1, 1);
  if (lua_isnil(lua, -1)) {
    lua_pop(lua, 1);
    luaL_addlstring(buffer, subject->bytes + start, stop - start);
  } else if (lua_isstring(lua, -1)) {
    luaL_addvalue(buffer);
  } else {
    luaL_error(lua, "the replacement function returned a %s, wanted a string or nil", luaL_typename(lua, -1));
  }
}

static int re_gsub(lua_State *lua) {
  gs_pattern *pattern = check_pattern(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  luaL_argexpected(lua, lua_type(lua, 3) == LUA_TSTRING || lua_isfunction(lua, 3), 3, "string or function");
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  size_t start = (size_t)-1, stop = 0;
  lua_Integer count = 0;
  const size_t *groups;
  while ((groups = gs_match_next(lua, pattern, &subject, start, stop)) != NULL) {
    luaL_addlstring(&buffer, subject.bytes + stop, groups[0] - stop);
    start = groups[0];
    stop = groups[1];
    count++;
    add_replacement(lua, &buffer, pattern, &subject, start, stop, groups);
  }
  luaL_addlstring(&buffer, subject.bytes + stop, subject.length - stop);
  luaL_pushresult(&buffer);
  lua_pushinteger(lua, count);
  return 2;
}

static int re_split(lua_State *lua) {
  gs_pattern *pattern = check_pattern(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  lua_newtable(lua);
  size_t start = (size_t)-1, stop = 0;
  lua_Integer count = 0;
  const size_t *groups;
  while ((groups = gs_match_next(lua, pattern, &subject, start, stop)) != NULL) {
    size_t piece = stop;
    gs_charge(lua, 8);
    start = groups[0];
    stop = groups[1];
    gs_push_piece(lua, &subject, piece, start);
    lua_rawseti(lua, -2, ++count);
  }
  gs_push_piece(lua, &subject, stop, subject.length);
  lua_rawseti(lua, -2, ++count);
  return 1;
}

static const luaL_Reg functions[] = {{"test", re_test},     {"find", re_find}, {"match", re_match},
                                     {"gmatch", re_gmatch}, {"gsub", re_gsub}, {"split", re_split},
                                     {NULL, NULL}};

static int pattern_text(lua_State *lua) {
  gs_pattern *pattern = check_pattern(lua);
  lua_pushlstring(lua, pattern->source, pattern->length);
  return 1;
}

int gs_open_re(lua_State *lua) {
  gs_open_match(lua);
  lua_newtable(lua);
  luaL_newlib(lua, functions);
  lua_setfield(lua, -2, "__index");
  lua_pushcfunction(lua, pattern_text);
  lua_setfield(lua, -2, "__tostring");
  gs_type_register(lua, GS_TYPE_PATTERN, "Pattern");
  luaL_newlib(lua, functions);
  lua_pushcfunction(lua, re_compile);
  lua_setfield(lua, -2, "compile");
  lua_pushcfunction(lua, re_escape);
  lua_setfield(lua, -2, "escape");
  return 1;
}
