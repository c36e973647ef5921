/* Errors of scripts as one message: what, and the script's own lines on the way to it. */
#ifndef GS_SCRIPT_TRACEBACK_H
#define GS_SCRIPT_TRACEBACK_H

#include <lua.h>
#include <stddef.h>

/* The message handler of every protected call: adds "(in extractor.lua:12, lib/ko.lua:40)" behind the message. */
int gs_traceback(lua_State *lua);

/* Copies the error at the top of the stack to message: valid UTF-8, cut at a code point where it is too long. */
void gs_copy_message(lua_State *lua, char *message, size_t room);

#endif
