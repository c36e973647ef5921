/* What scripts see of the host: one file an object, each with one function that opens it. */
#ifndef GS_SCRIPT_BINDINGS_H
#define GS_SCRIPT_BINDINGS_H

#include <lua.h>

#include "text/text.h"

/* A Lua value for a piece of the document. 16 bytes: the text itself stays in the document. */
typedef struct gs_lua_span {
  uint32_t type;
  uint32_t generation;
  gs_span place;
} gs_lua_span;

void gs_open_span(lua_State *lua);
void gs_open_doc(lua_State *lua);
int gs_open_re(lua_State *lua);    /* pushes the module, for require */
int gs_open_words(lua_State *lua); /* pushes the module, for require */

void gs_push_span(lua_State *lua, gs_span place);

/* The span at index. gs_check_span raises an argument error for any other value and for a span of an
 * earlier document; gs_to_span returns 0 where the value is not a span, and raises for a stale one. */
gs_span gs_check_span(lua_State *lua, int argument);
int gs_to_span(lua_State *lua, int index, gs_span *place);

/* The place of a live span or match at index, for messages: 0 for any other value. Raises nothing. */
int gs_peek_place(lua_State *lua, int index, gs_span *place);

/* The bytes of a subject: a span's place in the text, or a string. */
typedef struct gs_subject {
  const char *bytes;
  size_t length;
  uint32_t base; /* the span's offset in the text */
  int is_span;
} gs_subject;

gs_subject gs_check_subject(lua_State *lua, int argument);

/* Pushes bytes [start, stop) of a subject in its own kind: a span or a string. */
void gs_push_piece(lua_State *lua, const gs_subject *subject, size_t start, size_t stop);

/* An iterator keeps where it is, so it must not outlive its call: raises where the generation at index is another. */
void gs_check_iterator(lua_State *lua, int generation);

/* Pushes the doc object of the call that begins now. */
void gs_push_doc(lua_State *lua);

/* Adds `require` to the environment at the top of the stack. */
void gs_open_require(lua_State *lua);

/* A data file beside the extractor or in a library folder. Raises where there is none, or when no extractor is being loaded. */
struct gs_library_file *gs_data_file(lua_State *lua, const char *name);

#endif
