/* What one call of one extractor may spend. The counts are of work, not of time, so that an article gives the same
 * answer on every machine; the clock is only the last resort, for work that no count foresaw. */
#ifndef GS_SCRIPT_LIMIT_H
#define GS_SCRIPT_LIMIT_H

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "script/pool.h"
#include "text/arena.h"

typedef struct gs_limits {
  size_t memory;         /* bytes of one Lua state: its modules, word sets and patterns included */
  uint64_t instructions; /* Lua VM instructions a call; C functions charge their work in the same unit */
  uint64_t match_steps;  /* pattern items tried and eights of bytes passed, a call */
  size_t record_bytes;   /* of the records of a call: their text, and the room of their values */
  uint32_t records;      /* of a call */
  uint32_t milliseconds; /* of processor time a call; 0 for no end */
} gs_limits;

extern const gs_limits gs_limit_defaults;

typedef struct gs_budget {
  gs_allocator allocator;
  gs_pool pool; /* open once the extractor is loaded: what stays lies elsewhere */
  gs_limits limits;
  size_t memory_used;
  int64_t instructions_left;
  uint64_t steps;     /* of matching, in this call; exact only while counted */
  uint64_t instructions, match_steps, record_bytes, milliseconds; /* the limits of this call: those above, so many times more as its text is long */
  size_t memory; /* and this one, more by a part of the text */
  uint32_t share;     /* how many times */
  bool counted;       /* matching is counted exactly (match.c tells why not always) */
  bool uncounted_end; /* the call must be made again with counting */
  uint64_t begun, begun_processor; /* nanoseconds of the monotonic clock, and later of the thread's (0: not asked yet) */
  const char *spent;  /* the limit that was hit in this call, as a whole message; NULL while all is well */
  char message[160];
} gs_budget;

/* The allocation function of a Lua state whose ud is its gs_budget. */
void *gs_budget_allocate(void *budget, void *block, size_t old_size, size_t new_size);

/* Takes size bytes that lie outside the Lua state (compiled patterns) from its memory. false where they would be too many. */
bool gs_budget_hold(gs_budget *budget, size_t size);
void gs_budget_release(gs_budget *budget, size_t size);

/* What the limits of work are for: the longest interviews have 100 kB, and a text that is longer than this takes as much more work
 * as it is longer. So a limit bounds the time for a byte, whatever the text. */
#define GS_BUDGET_TEXT ((size_t)64 << 10)

/* Bytes of memory that a call may take more for each byte of text: mentions, quotes and records grow with it, and the shipped
 * extractor that keeps most takes two and a half. */
#define GS_BUDGET_TEXT_MEMORY 4

/* A fresh budget for one call on a text of that length. counted: as above. */
void gs_budget_begin(gs_budget *budget, lua_State *lua, size_t length, bool counted);

/* Between calls memory is what it is for a text of any length. */
void gs_budget_end(gs_budget *budget);

/* Bytes that may still be taken. */
size_t gs_budget_room(const gs_budget *budget);

/* Says that a limit was hit and raises it as an error that no script can swallow. Does not return. */
int gs_budget_spent(lua_State *lua, const char *limit, uint64_t value);

/* Ends the call so that it is made again with exact counting. Does not return. */
int gs_budget_count(lua_State *lua);

#define GS_BUDGET_GRACE 2000000u /* nanoseconds */

/* Whether this call has taken more than that of processor time, not counting its first 2 ms (GS_BUDGET_GRACE). Asks the monotonic clock first, which
 * is cheap, and the thread's only where that one says so: a machine that was busy with others must not cost records. */
bool gs_budget_longer(gs_budget *budget, uint64_t nanoseconds);

/* What lies between does not count as time of the call. */
typedef struct gs_pause {
  uint64_t at, processor; /* nanoseconds of the monotonic clock, and of the thread's where it is asked already */
} gs_pause;
void gs_budget_pause(gs_budget *budget, gs_pause *pause);
void gs_budget_resume(gs_budget *budget, const gs_pause *pause);

/* Charges work of a C function, in instructions, and raises where the budget is spent. A C function runs at about
 * 16 bytes in the time of one instruction when it copies or compares, 8 when it searches. */
void gs_charge(lua_State *lua, uint64_t instructions);

#endif
