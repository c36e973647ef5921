#include "script/traceback.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "script/bindings.h"
#include "script/state.h"
#include "text/code_point.h"
#include "text/utf8.h"

#define MAX_LEVELS 8 /* of the script's own lines; more do not help a reader */

/* Code points of a sentence that a message shows. */
#define SHOWN_SENTENCE 60

/* A place in the text that the values of one level of the stack are about: the last span or match among its locals, if it lies in one
 * sentence. */
static bool find_sentence(lua_State *lua, lua_Debug *level, const gs_document *document, uint32_t *sentence) {
  bool found = false;
  for (int n = 1; lua_getlocal(lua, level, n) != NULL; n++) {
    gs_span place;
    if (gs_peek_place(lua, -1, &place))
      for (uint32_t i = 0; i < document->sentences.count; i++) {
        gs_span s = document->sentences.items[i];
        if (place.start < s.start || place.stop > s.stop || place.start == s.stop) continue;
        *sentence = i;
        found = true;
      }
    lua_pop(lua, 1);
  }
  return found;
}

/* Adds the sentence that the script was at, so that an error over a corpus can be read without running it again. */
static void add_sentence(lua_State *lua, luaL_Buffer *buffer, uint32_t index) {
  const gs_document *document = gs_state_of(lua)->document;
  gs_span sentence = document->sentences.items[index];
  gs_span source = gs_offset_source(&document->text.map, sentence);
  uint32_t stop = sentence.start;
  for (int n = 0; n < SHOWN_SENTENCE && stop < sentence.stop; n++) stop = gs_next_boundary(document->text.bytes, stop);
  char head[80];
  snprintf(head, sizeof head, "\n  on sentence %u, bytes [%u, %u]: ", index + 1, source.start, source.stop);
  luaL_addstring(buffer, head);
  luaL_addlstring(buffer, document->text.bytes + sentence.start, stop - sentence.start);
  if (stop < sentence.stop) luaL_addstring(buffer, "…");
}

/* The path of a level's chunk: its short form is cut at 60 bytes. */
static const char *path_of(const lua_Debug *at) {
  return at->source[0] == '@' ? at->source + 1 : at->short_src;
}

int gs_traceback(lua_State *lua) {
  if (lua_type(lua, 1) != LUA_TSTRING) {
    if (!luaL_callmeta(lua, 1, "__tostring")) lua_pushfstring(lua, "(an error that is a %s)", luaL_typename(lua, 1));
    lua_replace(lua, 1);
  }
  lua_Debug at;
  const gs_document *document = gs_state_of(lua)->document;
  uint32_t sentence = 0;
  bool placed = false;
  for (int level = 0; !placed && document != NULL && level < MAX_LEVELS && lua_getstack(lua, level, &at); level++)
    placed = find_sentence(lua, &at, document, &sentence);
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  const char *message = lua_tostring(lua, 1);
  size_t length = lua_rawlen(lua, 1);
  int shown = 0;
  for (int level = 1; shown < MAX_LEVELS && lua_getstack(lua, level, &at); level++) {
    lua_getinfo(lua, "Sl", &at);
    if (at.what[0] == 'C' || at.currentline < 0) continue;
    char line[LUA_IDSIZE + 32];
    snprintf(line, sizeof line, "%s:%d", at.short_src, at.currentline);
    if (shown++ == 0) {
      /* The message itself begins with the innermost line, or lacks it. */
      size_t cut = strlen(line);
      bool begins = strncmp(message, line, cut) == 0;
      if (begins) {
        snprintf(line, sizeof line, ":%d", at.currentline);
        luaL_addstring(&buffer, path_of(&at));
        luaL_addstring(&buffer, line);
      }
      luaL_addlstring(&buffer, message + (begins ? cut : 0), length - (begins ? cut : 0));
      if (placed) add_sentence(lua, &buffer, sentence);
      if (begins) continue;
    }
    luaL_addstring(&buffer, "\n  at ");
    luaL_addstring(&buffer, path_of(&at));
    snprintf(line, sizeof line, ":%d", at.currentline);
    luaL_addstring(&buffer, line);
  }
  if (shown == 0) luaL_addlstring(&buffer, message, length);
  luaL_pushresult(&buffer);
  return 1;
}

/* Copies text as UTF-8 without control characters, which a script's message can hold: it goes to results and terminals. */
static void copy_clean(const char *s, size_t length, char *message, size_t room) {
  size_t used = 0;
  for (size_t at = 0, size; at < length; at += size) {
    uint32_t code_point;
    size = gs_utf8_decode((const unsigned char *)s + at, length - at, &code_point);
    bool control = code_point < 0x20 ? code_point != '\n' && code_point != '\t' : code_point >= 0x7F && code_point < 0xA0;
    bool shown = code_point != GS_INVALID && !control;
    if (used + (shown ? size : 1) >= room) break;
    if (shown) memcpy(message + used, s + at, size);
    else message[used] = '?';
    used += shown ? size : 1;
  }
  message[used] = '\0';
}

void gs_copy_message(lua_State *lua, char *message, size_t room) {
  size_t length = 0;
  const char *s = lua_type(lua, -1) == LUA_TSTRING ? lua_tolstring(lua, -1, &length) : NULL;
  if (s == NULL || length == 0) {
    snprintf(message, room, s == NULL ? "an error that is no text" : "an error without a message");
    return;
  }
  copy_clean(s, length, message, room);
}
