/* The environment that scripts run in. */
#ifndef GS_SCRIPT_SANDBOX_H
#define GS_SCRIPT_SANDBOX_H

#include <lua.h>

struct gs_arena;
struct gs_library_file;

/* Builds the environment and anchors it; called once for a state. */
void gs_open_sandbox(lua_State *lua);

/* Compiles the source string at the top of the stack as a text chunk named for path, with the sandbox as its
 * environment, and replaces it by the function. Raises for a syntax error and for bytecode. */
void gs_load_chunk(lua_State *lua, const char *path);

/* Pushes a module's chunk as a function with the sandbox as its environment, and keeps its code with the file, in memory: to load that
 * takes a fifth of the time. Raises for a syntax error. */
void gs_load_module(lua_State *lua, struct gs_arena *memory, struct gs_library_file *file);

#endif
