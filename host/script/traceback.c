#include "script/traceback.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

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

void gs_copy_message(lua_State *lua, char *message, size_t room) {
  size_t length = 0;
  const char *s = lua_type(lua, -1) == LUA_TSTRING ? lua_tolstring(lua, -1, &length) : NULL;
  if (s == NULL) {
    snprintf(message, room, "an error that is no text");
    return;
  }
  if (length >= room) {
    length = room - 1;
    while (length > 0 && ((unsigned char)s[length] & 0xC0) == 0x80) length--;
  }
  memcpy(message, s, length);
  message[length] = '\0';
}
