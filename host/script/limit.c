#include "script/limit.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "script/state.h"

/* How often the hook looks at the budget. The hook itself is cheap; what costs is that the interpreter counts at all
 * (about 2 ns an instruction, 5 % of an article with the shipped extractors, whatever the interval). So the interval is small: an
 * instruction on long strings can take a millisecond, and the clock is looked at here. */
#define HOOK_INTERVAL 1000

/* A block that a script makes at one stroke is charged one instruction for each 16 bytes: the time to fill it. */
#define CHARGED_BLOCK 256

/* From here on a call has its processor time measured: asking for that is a system call, and most end sooner. */
#define LONG_CALL GS_BUDGET_GRACE

const gs_limits gs_limit_defaults = {
    /* The shipped extractors use under 4 MB; four times that is room for a large dictionary. */
    .memory = (size_t)16 << 20,
    /* About 50 ms of the interpreter, 500 times what the largest shipped extractor needs for a long article. */
    .instructions = 5000000,
    /* About 0.2 s while they are counted, 50 times what the largest shipped extractor needs for a long article. */
    .match_steps = 20000000,
    /* An article of 3 kB gives some 10 kB of records. */
    .record_bytes = (size_t)1 << 20,
    /* More records than this from one article are an extractor out of control, not news. */
    .records = 100000,
    /* Twenty times what the counts allow on an ordinary machine, so that they come first. */
    .milliseconds = 1000,
};

/* As realloc(), from the pool while it has room. */
static void *resize(gs_budget *budget, void *block, size_t old_size, size_t new_size) {
  const gs_allocator *allocator = &budget->allocator;
  if (block == NULL) {
    block = gs_pool_take(&budget->pool, new_size);
    return block != NULL ? block : allocator->resize(allocator->context, NULL, new_size);
  }
  if (!gs_pool_holds(&budget->pool, block)) return allocator->resize(allocator->context, block, new_size);
  void *moved = NULL;
  if (new_size > 0) {
    moved = resize(budget, NULL, 0, new_size);
    /* Lua takes it for granted that a block can be made smaller. */
    if (moved == NULL) return new_size <= old_size ? block : NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
  }
  gs_pool_give(&budget->pool, block, old_size);
  return moved;
}

size_t gs_budget_room(const gs_budget *budget) {
  return budget->memory_used < budget->memory ? budget->memory - budget->memory_used : 0;
}

void *gs_budget_allocate(void *context, void *block, size_t old_size, size_t new_size) {
  gs_budget *budget = context;
  /* For a new object Lua passes its type in old_size, not a size. */
  size_t old = block == NULL ? 0 : old_size;
#ifndef GISA_UNGUARDED
  if (new_size > old && new_size - old > gs_budget_room(budget)) return NULL;
  /* Joining, repeating and cutting strings is one instruction, or a C function without a hook: pay by the size. Only new strings and
   * buffers count: the sizes of Lua's stack and tables depend on what the collector did before, on other documents. */
  if (block == NULL && new_size >= CHARGED_BLOCK && (old_size == LUA_TSTRING || old_size == LUA_TUSERDATA))
    budget->instructions_left -= (int64_t)(new_size / 16);
#endif
  void *moved = resize(budget, block, old, new_size);
  if (moved == NULL && new_size > 0) return NULL;
  budget->memory_used = budget->memory_used - old + new_size;
  return moved;
}

bool gs_budget_hold(gs_budget *budget, size_t size) {
  if (size > gs_budget_room(budget)) return false;
  budget->memory_used += size;
  return true;
}

void gs_budget_release(gs_budget *budget, size_t size) {
  budget->memory_used -= size;
}

static uint64_t now(clockid_t clock) {
  struct timespec at;
  if (clock_gettime(clock, &at) != 0) return 0;
  return (uint64_t)at.tv_sec * 1000000000u + (uint64_t)at.tv_nsec;
}

bool gs_budget_longer(gs_budget *budget, uint64_t nanoseconds) {
  uint64_t passed = now(CLOCK_MONOTONIC) - budget->begun;
  if (passed > LONG_CALL && budget->begun_processor == 0) budget->begun_processor = now(CLOCK_THREAD_CPUTIME_ID);
  return passed > nanoseconds && now(CLOCK_THREAD_CPUTIME_ID) - budget->begun_processor > nanoseconds;
}

void gs_budget_pause(gs_budget *budget, gs_pause *pause) {
  *pause = (gs_pause){now(CLOCK_MONOTONIC), budget->begun_processor == 0 ? 0 : now(CLOCK_THREAD_CPUTIME_ID)};
}

void gs_budget_resume(gs_budget *budget, const gs_pause *pause) {
  budget->begun += now(CLOCK_MONOTONIC) - pause->at;
  if (pause->processor > 0) budget->begun_processor += now(CLOCK_THREAD_CPUTIME_ID) - pause->processor;
}

static void count_instructions(lua_State *lua, lua_Debug *event) {
  (void)event;
  gs_budget *budget = &gs_state_of(lua)->budget;
  if (budget->spent == NULL) budget->instructions_left -= HOOK_INTERVAL;
  if (budget->spent != NULL || budget->instructions_left < 0) gs_budget_spent(lua, "instructions", budget->instructions);
  if (budget->milliseconds > 0 && gs_budget_longer(budget, budget->milliseconds * 1000000u))
    gs_budget_spent(lua, "milliseconds", budget->milliseconds);
}

/* limit, share times, or the most that can be counted. */
static uint64_t share_of(uint64_t limit, uint64_t share) {
  return limit > (uint64_t)INT64_MAX / share ? (uint64_t)INT64_MAX : limit * share;
}

void gs_budget_begin(gs_budget *budget, lua_State *lua, size_t length, bool counted) {
  budget->share = (uint32_t)(1 + length / GS_BUDGET_TEXT);
  budget->instructions = share_of(budget->limits.instructions, budget->share);
  budget->record_bytes = share_of(budget->limits.record_bytes, budget->share);
  budget->match_steps = share_of(budget->limits.match_steps, budget->share);
  budget->milliseconds = share_of(budget->limits.milliseconds, budget->share);
  size_t more = length < GS_BUDGET_TEXT ? 0 : length * GS_BUDGET_TEXT_MEMORY;
  budget->memory = budget->limits.memory > SIZE_MAX - more ? SIZE_MAX : budget->limits.memory + more;
  budget->spent = NULL;
  budget->uncounted_end = false;
  budget->counted = counted;
  budget->steps = 0;
  budget->instructions_left = (int64_t)budget->instructions;
#ifdef GISA_UNGUARDED
  (void)lua;
  (void)count_instructions;
#else
  budget->begun = now(CLOCK_MONOTONIC);
  budget->begun_processor = 0;
  lua_sethook(lua, count_instructions, LUA_MASKCOUNT, HOOK_INTERVAL);
#endif
}

void gs_budget_end(gs_budget *budget) {
  budget->memory = budget->limits.memory;
}

/* From here on every instruction ends in this error: a script that catches it gets it again. */
static int raise(lua_State *lua, gs_budget *budget) {
  lua_sethook(lua, count_instructions, LUA_MASKCOUNT, 1);
  lua_pushstring(lua, budget->spent);
  return lua_error(lua);
}

int gs_budget_spent(lua_State *lua, const char *limit, uint64_t value) {
  gs_budget *budget = &gs_state_of(lua)->budget;
  if (budget->spent == NULL) {
    snprintf(budget->message, sizeof budget->message, "the limit of %llu %s is spent", (unsigned long long)value, limit);
    budget->spent = budget->message;
  }
  return raise(lua, budget);
}

int gs_budget_count(lua_State *lua) {
  gs_budget *budget = &gs_state_of(lua)->budget;
  budget->uncounted_end = true;
  budget->spent = "the call is made again with counting";
  return raise(lua, budget);
}

void gs_charge(lua_State *lua, uint64_t instructions) {
#ifdef GISA_UNGUARDED
  (void)lua;
  (void)instructions;
#else
  gs_budget *budget = &gs_state_of(lua)->budget;
  uint64_t most = budget->instructions;
  budget->instructions_left -= (int64_t)(instructions > most ? most + 1 : instructions);
  if (budget->instructions_left < 0) gs_budget_spent(lua, "instructions", most);
#endif
}
