/* The standard libraries as scripts get them: what has no bound in C is left out, bounded, or charged to the budget. */
#ifndef GS_SCRIPT_LIBRARIES_H
#define GS_SCRIPT_LIBRARIES_H

#include <lua.h>

/* Each pushes a table with the library's functions. */
void gs_open_strings(lua_State *lua);
void gs_open_tables(lua_State *lua);
void gs_open_utf8(lua_State *lua);
void gs_open_math(lua_State *lua);

/* Adds next, pairs, rawget, rawlen, rawset, setmetatable to the environment at the top of the stack. */
void gs_open_access(lua_State *lua);

/* tostring without addresses: they differ from run to run, and tell a script where the host lies. Pushes the string. */
void gs_push_text(lua_State *lua, int index);

/* Copies the named entries (NULL-terminated) of the table at from to the one at the top of the stack. */
void gs_copy_names(lua_State *lua, int from, const char *const *names);

#endif
