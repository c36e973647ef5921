/* Which variables of enclosing functions a Lua function assigns to. */
#ifndef GS_SCRIPT_ASSIGNED_H
#define GS_SCRIPT_ASSIGNED_H

#include <lua.h>
#include <stdbool.h>

typedef struct gs_assigned {
  bool upvalues[256]; /* by index from 0 */
} gs_assigned;

/* Of the Lua function at the top of the stack and the functions within it. What can't be read counts as assigned. Raises when memory is out. */
void gs_find_assigned(lua_State *lua, gs_assigned *assigned);

#endif
