/* What an extractor made while it was loaded is read-only while it runs, so that no document sees another. */
#ifndef GS_SCRIPT_FREEZE_H
#define GS_SCRIPT_FREEZE_H

#include <lua.h>
#include <stdbool.h>

/* Freezes all that is reachable from the values in the table at the top of the stack: tables, functions and their upvalues. Pops it. Raises
 * when memory is out. */
void gs_freeze(lua_State *lua);

/* Puts back what a call changed in spite of it: variables of the file that functions assign to, and metamethods. false: memory
 * is out, and the state as it was is not restored. To be called outside of all calls. */
bool gs_frozen_restore(lua_State *lua);

/* Where the value at index is a frozen table, replaces it there by the table that holds its entries, which a script must never get. */
void gs_frozen_open(lua_State *lua, int index);

/* Marks the metatable at the top of the stack as the host's own: its table is left as it is. */
void gs_freeze_skip(lua_State *lua);

#endif
