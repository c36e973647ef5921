/* One Lua state: the machine of one extractor. Everything that the bindings need to
 * know while a script runs hangs on it. A state belongs to one thread at a time. */
#ifndef GS_SCRIPT_STATE_H
#define GS_SCRIPT_STATE_H

#include <lua.h>
#include <stdbool.h>
#include <stdint.h>

#include "document/document.h"
#include "script/limit.h"
#include "text/digest.h"

struct gs_patterns;
struct gs_library;
struct gs_needed;
struct gs_trace;

/* Receives what a script says through doc.note(): text is not NUL-terminated and not kept. */
typedef void gs_note_fn(void *context, const char *text, size_t length);

/* The host's objects. Each userdata that a script can reach is one of them and begins with its type, a uint32_t: to compare that costs
 * less than to look for the metatable, which would take more than most span operations. */
typedef enum gs_type { GS_TYPE_SPAN = 1, GS_TYPE_PATTERN, GS_TYPE_MATCH, GS_TYPE_WORDS, GS_TYPE_DOC, GS_TYPES } gs_type;

typedef struct gs_state {
  lua_State *lua;
  gs_budget budget;
  int metatables[GS_TYPES]; /* of each type: its number in the registry */
  struct gs_patterns *patterns; /* the engine's compiled patterns, shared by its states */
  const char *home;             /* the extractor's own folder: first in the search for modules */
  struct gs_library *library;   /* the modules and word lists of the engine, shared by its states */
  uint8_t files[GS_DIGEST_BYTES]; /* of every file that was read while loading, in turn */
  bool loading;                 /* files may be read only while the extractor is loaded */

  size_t lasting;               /* bytes that the last collection of all found in use; 0 before the first */
  lua_Integer restored;         /* values that gs_frozen_restore() puts back after a call */

  /* While extract() runs: */
  const gs_document *document;
  const char *id;
  const struct gs_needed *needed; /* records of other extractors */
  uint32_t needed_count;
  uint32_t generation; /* counts calls: a span that outlives its call is told from a live one */
  gs_note_fn *note;
  void *note_context;
  const struct gs_trace *trace; /* who wants to see every match; NULL for nobody */
} gs_state;

/* A new state with the sandbox's environment, ready to load chunks. home, patterns and library must outlive it.
 * GISA_NO_MEMORY, or GISA_OK. */
gisa_status gs_state_open(gs_state *state, gs_allocator allocator, const gs_limits *limits,
                          struct gs_patterns *patterns, struct gs_library *library, const char *home);
void gs_state_close(gs_state *state);

/* The state that a binding runs in; coroutines share their main thread's. */
static inline gs_state *gs_state_of(lua_State *lua) {
  return *(gs_state **)lua_getextraspace(lua);
}

/* The object at index where it is of the type; NULL. */
static inline void *gs_to_object(lua_State *lua, int index, gs_type type) {
  uint32_t *object = lua_touserdata(lua, index);
  return object != NULL && *object == type ? object : NULL;
}

/* Pushes a new object of a registered type: size bytes of which the first four are set, with values uservalues. */
void *gs_push_object(lua_State *lua, gs_type type, size_t size, int values);

/* Makes the metatable at the top of the stack the one of a type: locks it, anchors it in the registry and pops it. */
void gs_type_register(lua_State *lua, gs_type type, const char *name);

#endif
