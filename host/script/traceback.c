#include "script/traceback.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

#define MAX_LEVELS 8 /* of the script's own lines; more do not help a reader */

int gs_traceback(lua_State *lua) {
  if (lua_type(lua, 1) != LUA_TSTRING) {
    if (!luaL_callmeta(lua, 1, "__tostring")) lua_pushfstring(lua, "(an error that is a %s)", luaL_typename(lua, 1));
    lua_replace(lua, 1);
  }
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  size_t length;
  const char *message = lua_tolstring(lua, 1, &length);
  luaL_addlstring(&buffer, message, length);
  lua_Debug at;
  int shown = 0;
  for (int level = 1; shown < MAX_LEVELS && lua_getstack(lua, level, &at); level++) {
    lua_getinfo(lua, "Sl", &at);
    if (at.what[0] == 'C' || at.currentline < 0) continue;
    char line[LUA_IDSIZE + 32];
    snprintf(line, sizeof line, "%s:%d", at.short_src, at.currentline);
    /* The message itself begins with the innermost line. */
    if (shown++ == 0 && strncmp(message, line, strlen(line)) == 0) continue;
    luaL_addstring(&buffer, "\n  at ");
    luaL_addstring(&buffer, line);
  }
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
