#include "script/call.h"

#include <stdio.h>

#include "script/bindings.h"
#include "script/freeze.h"
#include "script/keys.h"
#include "script/pattern_cache.h"
#include "script/traceback.h"

const char *gs_call_status_name(gs_call_status status) {
  static const char *const names[] = {"ok", "empty", "skipped", "error", "limit"};
  return names[status];
}

typedef struct call {
  const gs_extractor *extractor;
  gs_arena *arena;
  gs_records *records;
} call;

/* Runs protected, so that every error on the way ends the call and nothing else. */
static int extract(lua_State *lua) {
  call *c = lua_touserdata(lua, 1);
  lua_settop(lua, 0);
  lua_getfield(lua, LUA_REGISTRYINDEX, GS_KEY_EXTRACT);
  gs_push_doc(lua);
  lua_getfield(lua, LUA_REGISTRYINDEX, GS_KEY_CONFIG);
  lua_call(lua, 2, 1);
  gs_read_records(lua, c->extractor, c->arena, c->records);
  return 0;
}

static int call_protected(gs_state *state, call *c, bool counted) {
  lua_State *lua = state->lua;
  gs_patterns_begin(state->patterns);
  gs_budget_begin(&state->budget, lua, state->document->text.length, counted);
  state->generation++;
  lua_pushcfunction(lua, gs_traceback);
  lua_pushcfunction(lua, extract);
  lua_pushlightuserdata(lua, c);
  int status = lua_pcall(lua, 1, 0, 1);
  if (!gs_frozen_restore(lua) && !gs_frozen_restore(lua) && status == LUA_OK) {
    lua_pushnil(lua); /* stands for the message, which would take memory */
    return LUA_ERRMEM;
  }
  return status;
}

/* What calls leave may take this part of what lies there for good. Lua itself waits until both are as much, and twice that where it
 * looks in the midst of a call: the memory of several extractors then swings by a third, and over a million documents meets ever
 * higher peaks. */
#define LEFT_PART 4

/* Between calls nothing of a document is in use, so that all it left goes at one stroke: the youngest the collector finds by itself,
 * but what a call kept until its end has grown old. Costs less than a two-hundredth of an article. A call that took memory up to its
 * limit leaves too much. */
static void collect(gs_state *state, bool at_once) {
  if (!at_once && state->budget.memory_used <= state->lasting + state->lasting / LEFT_PART) return;
  lua_gc(state->lua, LUA_GCCOLLECT);
  state->lasting = state->budget.memory_used;
}

gs_call_status gs_extractor_call(gs_extractor *extractor, gs_arena *arena, const gs_document *document, const char *id,
                                 const gs_needed *needed, uint32_t needed_count, gs_note_fn *note, void *note_context,
                                 gs_records *records, char *message) {
  gs_state *state = &extractor->state;
  lua_State *lua = state->lua;
  call c = {extractor, arena, records};
  state->document = document;
  state->id = id;
  state->needed = needed;
  state->needed_count = needed_count;
  state->note = note;
  state->note_context = note_context;
  /* A listener hears everything once, so a call with one is not made again. Below the default number of match steps it is not certain that
   * what is quick stays within them. */
  bool counted = note != NULL || state->trace != NULL || state->budget.limits.match_steps < gs_limit_defaults.match_steps;
  int status = call_protected(state, &c, counted);
  if (state->budget.uncounted_end) {
    lua_settop(lua, 0);
    status = call_protected(state, &c, true);
    gs_patterns_uncount(state->patterns);
  }
  if (status == LUA_ERRMEM && state->budget.spent == NULL)
    snprintf(message, GS_SCRIPT_MESSAGE, "the limit of %zu bytes of memory is spent", state->budget.memory);
  else if (status != LUA_OK)
    gs_copy_message(lua, message, GS_SCRIPT_MESSAGE);
  lua_settop(lua, 0);
  state->document = NULL;
  collect(state, status != LUA_OK);
  gs_budget_end(&state->budget);
  if (status == LUA_OK) return records->count > 0 ? GS_CALL_OK : GS_CALL_EMPTY;
  records->count = 0;
  return status == LUA_ERRMEM || state->budget.spent != NULL ? GS_CALL_LIMIT : GS_CALL_ERROR;
}
