/* words: sets of words for scripts. A set that a script makes lies in one userdata; one of a file lies in the library, for all that ask
 * for it. Both count against the extractor's memory. */
#include <lauxlib.h>
#include <stdalign.h>
#include <string.h>

#include "script/bindings.h"
#include "script/freeze.h"
#include "script/library.h"
#include "script/state.h"
#include "script/word_set.h"

typedef struct word_list {
  uint32_t type;
  const gs_word_set *set;
  alignas(gs_word_set) unsigned char bytes[];
} word_list;

static const gs_word_set *check_set(lua_State *lua) {
  const word_list *list = gs_to_object(lua, 1, GS_TYPE_WORDS);
  if (list == NULL) luaL_typeerror(lua, 1, "Words");
  return list->set;
}

static void check_word(lua_State *lua, const gs_word *word, lua_Integer position) {
  if (word->length == 0) luaL_error(lua, "word %d is empty", (int)position);
  if (((unsigned char)word->bytes[0] & 0xC0) == 0x80) luaL_error(lua, "word %d is not UTF-8", (int)position);
}

/* A set is sorted twice, in about a microsecond a word, and its bytes are copied. */
static void charge_sorting(lua_State *lua, size_t count, size_t bytes) {
  gs_charge(lua, 100 + count * 100 + bytes / 16);
}

/* words.set{ "가", "나" } or words.set{ 가 = "tag" }. The strings are joined into one so that a later change of the table
 * can't move them. */
static int words_set(lua_State *lua) {
  luaL_checktype(lua, 1, LUA_TTABLE);
  lua_settop(lua, 1);
  gs_frozen_open(lua, 1);
  lua_Integer count = 0;
  size_t bytes = 0;
  for (lua_pushnil(lua); lua_next(lua, 1) != 0; lua_pop(lua, 1), count++) {
    size_t length;
    bool tagged = lua_type(lua, -2) == LUA_TSTRING;
    if (lua_type(lua, -1) != LUA_TSTRING) return luaL_error(lua, "a %s in a list of words", luaL_typename(lua, -1));
    bytes += (lua_tolstring(lua, -1, &length), length);
    if (tagged) bytes += (lua_tolstring(lua, -2, &length), length);
  }
  charge_sorting(lua, (size_t)count, bytes);
  char *pool = lua_newuserdatauv(lua, bytes + 1, 0);
  gs_word *list = lua_newuserdatauv(lua, ((size_t)count + 1) * sizeof *list, 0);
  size_t used = 0;
  uint32_t n = 0;
  for (lua_pushnil(lua); lua_next(lua, 1) != 0; lua_pop(lua, 1), n++) {
    size_t length;
    bool tagged = lua_type(lua, -2) == LUA_TSTRING;
    const char *s = lua_tolstring(lua, tagged ? -2 : -1, &length);
    memcpy(pool + used, s, length);
    list[n] = (gs_word){.bytes = pool + used, .length = (uint32_t)length};
    check_word(lua, &list[n], n + 1);
    used += length;
    if (!tagged) continue;
    s = lua_tolstring(lua, -1, &length);
    memcpy(pool + used, s, length);
    list[n].tag = pool + used;
    list[n].tag_length = (uint32_t)length;
    used += length;
  }
  word_list *object = gs_push_object(lua, GS_TYPE_WORDS, sizeof *object + gs_word_set_size(n), 1);
  object->set = gs_word_set_build(object->bytes, list, n);
  lua_pushvalue(lua, 2); /* the words' bytes live as long */
  lua_setiuservalue(lua, -2, 1);
  return 1;
}

/* One line of a word file; false for a comment or an empty one. */
static bool read_line(const char *line, size_t length, gs_word *word) {
  if (length > 0 && line[length - 1] == '\r') length--;
  if (length == 0 || line[0] == '#') return false;
  const char *tab = memchr(line, '\t', length);
  *word = (gs_word){.bytes = line, .length = (uint32_t)(tab != NULL ? tab - line : (ptrdiff_t)length)};
  if (tab != NULL) {
    word->tag = tab + 1;
    word->tag_length = (uint32_t)(length - word->length - 1);
  }
  return true;
}

/* The words of a file, built where all states of the engine find them. */
static void build_words(lua_State *lua, gs_library_file *file, size_t lines) {
  const char *stop = file->bytes + file->length;
  gs_word *list = lua_newuserdatauv(lua, lines * sizeof *list, 0);
  uint32_t count = 0;
  lua_Integer number = 1;
  for (const char *line = file->bytes; line < stop; number++) {
    const char *newline = memchr(line, '\n', (size_t)(stop - line));
    const char *end = newline != NULL ? newline : stop;
    if (read_line(line, (size_t)(end - line), &list[count])) check_word(lua, &list[count++], number);
    line = end + 1;
  }
  void *memory = gs_arena_alloc(&gs_state_of(lua)->library->memory, gs_word_set_size(count));
  if (memory == NULL) luaL_error(lua, "out of memory");
  file->words = gs_word_set_build(memory, list, count);
}

/* words.file "ko/titles.txt". Each extractor pays for it as if it were alone, so that nobody's budget depends on the others. */
static int words_file(lua_State *lua) {
  gs_library_file *file = gs_data_file(lua, luaL_checkstring(lua, 1));
  gs_budget *budget = &gs_state_of(lua)->budget;
  size_t lines = 1;
  for (const char *at = file->bytes, *stop = at + file->length; (at = memchr(at, '\n', (size_t)(stop - at))) != NULL; at++) lines++;
  charge_sorting(lua, lines, file->length);
  if (file->words == NULL) build_words(lua, file, lines);
  if (!gs_budget_hold(budget, file->length + gs_word_set_size(file->words->count)))
    gs_budget_spent(lua, "bytes of memory", budget->memory);
  word_list *object = gs_push_object(lua, GS_TYPE_WORDS, sizeof *object, 0);
  object->set = file->words;
  return 1;
}

static int push_tag(lua_State *lua, const gs_word *word) {
  if (word->tag != NULL)
    lua_pushlstring(lua, word->tag, word->tag_length);
  else
    lua_pushboolean(lua, 1);
  return 1;
}

/* What looking for words costs: a probe of the hash for each code point that is passed, and the words of a group. */
static void charge_probes(lua_State *lua, const gs_word_set *set, size_t bytes) {
  gs_charge(lua, (1 + bytes / 4) * (1 + set->largest / 8));
}

static int words_has(lua_State *lua) {
  const gs_word_set *set = check_set(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  charge_probes(lua, set, 0);
  const gs_word *word = gs_word_set_get(set, subject.bytes, subject.length);
  return word == NULL ? 0 : push_tag(lua, word);
}

static int push_word(lua_State *lua, const gs_subject *subject, size_t start, const gs_word *word) {
  gs_push_piece(lua, subject, start, start + word->length);
  return 1 + push_tag(lua, word);
}

static int words_starts(lua_State *lua) {
  const gs_word_set *set = check_set(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  charge_probes(lua, set, 0);
  const gs_word *word = gs_word_set_head(set, subject.bytes, subject.length);
  return word == NULL ? 0 : push_word(lua, &subject, 0, word);
}

static int words_ends(lua_State *lua) {
  const gs_word_set *set = check_set(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  charge_probes(lua, set, 0);
  const gs_word *word = gs_word_set_tail(set, subject.bytes, subject.length);
  return word == NULL ? 0 : push_word(lua, &subject, subject.length - word->length, word);
}

static int words_find(lua_State *lua) {
  const gs_word_set *set = check_set(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  lua_Integer init = luaL_optinteger(lua, 3, 0);
  luaL_argcheck(lua, init >= 0 && (size_t)init <= subject.length, 3, "start lies outside the subject");
  size_t at = (size_t)init, from = at;
  const gs_word *word = gs_word_set_find(set, subject.bytes, subject.length, &at);
  charge_probes(lua, set, at - from);
  return word == NULL ? 0 : push_word(lua, &subject, at, word);
}

/* Upvalues: set, subject, where to go on, generation. */
static int next_word(lua_State *lua) {
  lua_settop(lua, 0);
  gs_check_iterator(lua, lua_upvalueindex(4));
  lua_pushvalue(lua, lua_upvalueindex(1));
  lua_pushvalue(lua, lua_upvalueindex(2));
  const gs_word_set *set = check_set(lua);
  gs_subject subject = gs_check_subject(lua, 2);
  size_t at = (size_t)lua_tointeger(lua, lua_upvalueindex(3)), from = at;
  const gs_word *word = gs_word_set_find(set, subject.bytes, subject.length, &at);
  charge_probes(lua, set, at - from);
  if (word == NULL) return 0;
  lua_pushinteger(lua, (lua_Integer)(at + word->length));
  lua_replace(lua, lua_upvalueindex(3));
  return push_word(lua, &subject, at, word);
}

static int words_each(lua_State *lua) {
  check_set(lua);
  gs_check_subject(lua, 2);
  lua_settop(lua, 2);
  lua_pushinteger(lua, 0);
  lua_pushinteger(lua, gs_state_of(lua)->generation);
  lua_pushcclosure(lua, next_word, 4);
  return 1;
}

static const luaL_Reg methods[] = {{"has", words_has},   {"starts", words_starts}, {"ends", words_ends},
                                   {"find", words_find}, {"each", words_each},     {NULL, NULL}};

int gs_open_words(lua_State *lua) {
  lua_newtable(lua);
  luaL_newlib(lua, methods);
  lua_setfield(lua, -2, "__index");
  gs_type_register(lua, GS_TYPE_WORDS, "Words");
  lua_newtable(lua);
  lua_pushcfunction(lua, words_set);
  lua_setfield(lua, -2, "set");
  lua_pushcfunction(lua, words_file);
  lua_setfield(lua, -2, "file");
  return 1;
}
