#include "script/limit.h"

#include <lauxlib.h>
#include <stdio.h>

#include "script/state.h"

/* How often the hook looks at the budget. Small enough that a call overruns by less than 0.1 ms,
 * large enough that the hook itself does not show in a profile. */
#define HOOK_INTERVAL 10000

const gs_limits gs_limit_defaults = {
    /* The shipped extractors use under 4 MB; four times that is room for a large dictionary. */
    .memory = (size_t)16 << 20,
    /* About 50 ms of the interpreter, 500 times what the largest shipped extractor needs for a long article. */
    .instructions = 5000000,
    /* With the JIT, (a+)+$ ends in 0.2 ms at this limit; no shipped pattern comes near it. */
    .match_steps = 100000,
    .record_bytes = (size_t)1 << 20,
};

void *gs_budget_allocate(void *context, void *block, size_t old_size, size_t new_size) {
  gs_budget *budget = context;
  /* For a new object Lua passes its type in old_size, not a size. */
  size_t old = block == NULL ? 0 : old_size;
  if (new_size > old && new_size - old > budget->limits.memory - budget->memory_used) return NULL;
  void *moved = budget->allocator.resize(budget->allocator.context, block, new_size);
  if (moved == NULL && new_size > 0) return NULL;
  budget->memory_used = budget->memory_used - old + new_size;
  return moved;
}

static void count_instructions(lua_State *lua, lua_Debug *event) {
  (void)event;
  gs_budget *budget = &gs_state_of(lua)->budget;
  if (budget->instructions_left > HOOK_INTERVAL) {
    budget->instructions_left -= HOOK_INTERVAL;
    return;
  }
  budget->instructions_left = 0;
  gs_budget_spent(lua, "instructions", budget->limits.instructions);
}

void gs_budget_begin(gs_budget *budget, lua_State *lua) {
  budget->spent = NULL;
  budget->instructions_left = budget->limits.instructions;
  lua_sethook(lua, count_instructions, LUA_MASKCOUNT, HOOK_INTERVAL);
}

int gs_budget_spent(lua_State *lua, const char *limit, uint64_t value) {
  gs_budget *budget = &gs_state_of(lua)->budget;
  if (budget->spent == NULL) {
    snprintf(budget->message, sizeof budget->message, "the limit of %llu %s is spent", (unsigned long long)value, limit);
    budget->spent = budget->message;
  }
  /* From here on every instruction ends in this error: a script that catches it gets it again. */
  lua_sethook(lua, count_instructions, LUA_MASKCOUNT, 1);
  budget->instructions_left = 0;
  lua_pushstring(lua, budget->spent);
  return lua_error(lua);
}
