/* What one call of one extractor may spend. The counts are of work, not of time, so
 * that an article gives the same answer on every machine. */
#ifndef GS_SCRIPT_LIMIT_H
#define GS_SCRIPT_LIMIT_H

#include <lua.h>
#include <stddef.h>
#include <stdint.h>

#include "text/arena.h"

typedef struct gs_limits {
  size_t memory;         /* bytes of one Lua state, its loaded modules and word sets included */
  uint64_t instructions; /* Lua VM instructions a call */
  uint32_t match_steps;  /* PCRE2's match limit, for each match */
  size_t record_bytes;   /* text in the records of one call */
} gs_limits;

extern const gs_limits gs_limit_defaults;

typedef struct gs_budget {
  gs_allocator allocator;
  gs_limits limits;
  size_t memory_used;
  uint64_t instructions_left;
  const char *spent; /* the limit that was hit in this call, as a whole message; NULL while all is well */
  char message[160];
} gs_budget;

/* The allocation function of a Lua state whose ud is its gs_budget. */
void *gs_budget_allocate(void *budget, void *block, size_t old_size, size_t new_size);

/* A fresh budget for one call. */
void gs_budget_begin(gs_budget *budget, lua_State *lua);

/* Says that a limit was hit and raises it as an error that no script can swallow. Does not return. */
int gs_budget_spent(lua_State *lua, const char *limit, uint64_t value);

#endif
