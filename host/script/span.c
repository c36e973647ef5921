/* Span: a place in the document's clean text, and what one can ask of it without copying. */
#include <lauxlib.h>
#include <string.h>

#include "script/bindings.h"
#include "script/extractor.h"
#include "script/state.h"
#include "text/code_point.h"

static const char *text_of(lua_State *lua) {
  return gs_state_of(lua)->document->text.bytes;
}

void gs_push_span(lua_State *lua, gs_span place) {
  gs_state *state = gs_state_of(lua);
  gs_charge(lua, 8); /* an allocation, and its share of collecting garbage */
  gs_lua_span *span = gs_push_object(lua, GS_TYPE_SPAN, sizeof *span, 0);
  span->place = place;
  span->generation = state->generation;
}

int gs_to_span(lua_State *lua, int index, gs_span *place) {
  const gs_state *state = gs_state_of(lua);
  const gs_lua_span *span = gs_to_object(lua, index, GS_TYPE_SPAN);
  if (span == NULL) return 0;
  if (span->generation != state->generation || state->document == NULL)
    luaL_error(lua, "a span was kept from an earlier document; spans live as long as their call of extract()");
  *place = span->place;
  return 1;
}

gs_span gs_check_span(lua_State *lua, int argument) {
  gs_span place;
  if (!gs_to_span(lua, argument, &place)) luaL_typeerror(lua, argument, "Span");
  return place;
}

gs_subject gs_check_subject(lua_State *lua, int argument) {
  gs_subject subject = {0};
  gs_span place;
  if (gs_to_span(lua, argument, &place)) {
    subject.bytes = text_of(lua) + place.start;
    subject.length = place.stop - place.start;
    subject.base = place.start;
    subject.is_span = 1;
  } else if (lua_type(lua, argument) == LUA_TSTRING) {
    subject.bytes = lua_tolstring(lua, argument, &subject.length);
  } else {
    luaL_typeerror(lua, argument, "Span or string");
  }
  return subject;
}

void gs_push_piece(lua_State *lua, const gs_subject *subject, size_t start, size_t stop) {
  if (subject->is_span)
    gs_push_span(lua, (gs_span){subject->base + (uint32_t)start, subject->base + (uint32_t)stop});
  else
    lua_pushlstring(lua, subject->bytes + start, stop - start);
}

/* Whether two spans touch nothing of each other, and the piece between them. */
static gs_span between(gs_span a, gs_span b) {
  if (a.stop <= b.start) return (gs_span){a.stop, b.start};
  if (b.stop <= a.start) return (gs_span){b.stop, a.start};
  return (gs_span){b.start, b.start};
}

/* The part of the document that a place belongs to: its surroundings end there. */
static gs_span room_of(const gs_document *document, gs_span place) {
  if (place.start >= document->body.start && place.stop <= document->body.stop) return document->body;
  if (place.start >= document->title.start && place.stop <= document->title.stop) return document->title;
  return place;
}

static int span_text(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  lua_pushlstring(lua, text_of(lua) + place.start, place.stop - place.start);
  return 1;
}

static int span_length(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  lua_pushinteger(lua, place.stop - place.start);
  return 1;
}

static int span_concat(lua_State *lua) {
  for (int side = 1; side <= 2; side++) {
    gs_span place;
    if (gs_to_span(lua, side, &place)) {
      lua_pushlstring(lua, text_of(lua) + place.start, place.stop - place.start);
      lua_replace(lua, side);
    } else if (!lua_isstring(lua, side)) {
      return luaL_error(lua, "a span cannot be joined with a %s", luaL_typename(lua, side));
    }
  }
  lua_settop(lua, 2);
  lua_concat(lua, 2);
  return 1;
}

static int span_equal(lua_State *lua) {
  gs_span a, b;
  lua_pushboolean(lua, gs_to_span(lua, 1, &a) && gs_to_span(lua, 2, &b) && a.start == b.start && a.stop == b.stop);
  return 1;
}

/* Where a literal lies in the piece at argument 1: NULL where it does not. */
typedef struct literal {
  gs_span place;
  const char *bytes, *wanted;
  size_t length, wanted_length;
} literal;

static literal check_literal(lua_State *lua) {
  literal l;
  l.place = gs_check_span(lua, 1);
  l.bytes = text_of(lua) + l.place.start;
  l.length = l.place.stop - l.place.start;
  l.wanted = luaL_checklstring(lua, 2, &l.wanted_length);
  return l;
}

/* Searches for the literal and charges what was read: 8 bytes in the time of an instruction; short pieces are part of the call. */
static const char *search(lua_State *lua, const literal *l) {
  const char *found = memmem(l->bytes, l->length, l->wanted, l->wanted_length);
  size_t read = found == NULL ? l->length : (size_t)(found - l->bytes) + l->wanted_length;
  if (read >= 64) gs_charge(lua, read / 8);
  return found;
}

static int span_is(lua_State *lua) {
  literal l = check_literal(lua);
  if (l.length >= 64) gs_charge(lua, l.length / 16);
  lua_pushboolean(lua, l.length == l.wanted_length && memcmp(l.bytes, l.wanted, l.length) == 0);
  return 1;
}

static int span_starts(lua_State *lua) {
  literal l = check_literal(lua);
  if (l.wanted_length >= 64) gs_charge(lua, l.wanted_length / 16);
  lua_pushboolean(lua, l.length >= l.wanted_length && memcmp(l.bytes, l.wanted, l.wanted_length) == 0);
  return 1;
}

static int span_ends(lua_State *lua) {
  literal l = check_literal(lua);
  if (l.wanted_length >= 64) gs_charge(lua, l.wanted_length / 16);
  lua_pushboolean(lua, l.length >= l.wanted_length &&
                           memcmp(l.bytes + l.length - l.wanted_length, l.wanted, l.wanted_length) == 0);
  return 1;
}

static int span_has(lua_State *lua) {
  literal l = check_literal(lua);
  lua_pushboolean(lua, search(lua, &l) != NULL);
  return 1;
}

static int push_found(lua_State *lua, const literal *l, const char *found) {
  if (found == NULL) return 0;
  uint32_t start = l->place.start + (uint32_t)(found - l->bytes);
  uint32_t stop = start + (uint32_t)l->wanted_length;
  const char *text = text_of(lua);
  /* A literal that is no valid UTF-8 could be found inside a code point; a span may not begin there. */
  if (!gs_is_boundary(text[start]) || !gs_is_boundary(text[stop])) return 0;
  gs_push_span(lua, (gs_span){start, stop});
  return 1;
}

static int span_find(lua_State *lua) {
  literal l = check_literal(lua);
  return push_found(lua, &l, search(lua, &l));
}

static int span_rfind(lua_State *lua) {
  literal l = check_literal(lua);
  if (l.wanted_length == 0 || l.wanted_length > l.length) return 0;
  if (l.length >= 64) gs_charge(lua, l.length / 8);
  for (const char *at = l.bytes + l.length - l.wanted_length; at >= l.bytes; at--) {
    at = memrchr(l.bytes, l.wanted[0], (size_t)(at - l.bytes) + 1);
    if (at == NULL) return 0;
    gs_charge(lua, 1 + l.wanted_length / 16);
    if (memcmp(at, l.wanted, l.wanted_length) == 0) return push_found(lua, &l, at);
  }
  return 0;
}

/* The offsets n code points behind start and before stop, kept within [start, stop]. */
static uint32_t forward(lua_State *lua, gs_span place, lua_Integer n) {
  const char *text = text_of(lua);
  uint32_t at = place.start;
  for (; n > 0 && at < place.stop; n--) at = gs_next_boundary(text, at);
  if (at - place.start >= 64) gs_charge(lua, (at - place.start) / 4);
  return at < place.stop ? at : place.stop;
}

static uint32_t backward(lua_State *lua, gs_span place, lua_Integer n) {
  const char *text = text_of(lua);
  uint32_t at = place.stop;
  for (; n > 0 && at > place.start; n--) at = gs_previous_boundary(text, at);
  if (place.stop - at >= 64) gs_charge(lua, (place.stop - at) / 4);
  return at > place.start ? at : place.start;
}

static int span_left(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  gs_push_span(lua, (gs_span){place.start, forward(lua, place, luaL_checkinteger(lua, 2))});
  return 1;
}

static int span_right(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  gs_push_span(lua, (gs_span){backward(lua, place, luaL_checkinteger(lua, 2)), place.stop});
  return 1;
}

static int span_skip(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  gs_push_span(lua, (gs_span){forward(lua, place, luaL_checkinteger(lua, 2)), place.stop});
  return 1;
}

static int span_chop(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  gs_push_span(lua, (gs_span){place.start, backward(lua, place, luaL_checkinteger(lua, 2))});
  return 1;
}

static int span_chars(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  const char *text = text_of(lua);
  lua_Integer count = 0;
  if (place.stop - place.start >= 64) gs_charge(lua, (place.stop - place.start) / 8);
  for (uint32_t at = place.start; at < place.stop; at++) count += gs_is_boundary(text[at]);
  lua_pushinteger(lua, count);
  return 1;
}

static int span_trim(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  if (place.stop - place.start >= 64) gs_charge(lua, (place.stop - place.start) / 16);
  gs_push_span(lua, gs_trim(text_of(lua), place));
  return 1;
}

static int span_hull(lua_State *lua) {
  gs_span a = gs_check_span(lua, 1), b = gs_check_span(lua, 2);
  gs_push_span(lua, (gs_span){a.start < b.start ? a.start : b.start, a.stop > b.stop ? a.stop : b.stop});
  return 1;
}

static int span_between(lua_State *lua) {
  gs_push_span(lua, between(gs_check_span(lua, 1), gs_check_span(lua, 2)));
  return 1;
}

static int span_upto(lua_State *lua) {
  gs_span a = gs_check_span(lua, 1), b = gs_check_span(lua, 2);
  uint32_t stop = b.start < a.start ? a.start : b.start > a.stop ? a.stop : b.start;
  gs_push_span(lua, (gs_span){a.start, stop});
  return 1;
}

static int span_from(lua_State *lua) {
  gs_span a = gs_check_span(lua, 1), b = gs_check_span(lua, 2);
  uint32_t start = b.stop < a.start ? a.start : b.stop > a.stop ? a.stop : b.stop;
  gs_push_span(lua, (gs_span){start, a.stop});
  return 1;
}

static int span_contains(lua_State *lua) {
  gs_span a = gs_check_span(lua, 1), b = gs_check_span(lua, 2);
  lua_pushboolean(lua, b.start >= a.start && b.stop <= a.stop);
  return 1;
}

static int span_before(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  gs_span piece = {room_of(gs_state_of(lua)->document, place).start, place.start};
  if (!lua_isnoneornil(lua, 2)) piece.start = backward(lua, piece, luaL_checkinteger(lua, 2));
  gs_push_span(lua, piece);
  return 1;
}

static int span_after(lua_State *lua) {
  gs_span place = gs_check_span(lua, 1);
  gs_span piece = {place.stop, room_of(gs_state_of(lua)->document, place).stop};
  if (!lua_isnoneornil(lua, 2)) piece.stop = forward(lua, piece, luaL_checkinteger(lua, 2));
  gs_push_span(lua, piece);
  return 1;
}

/* Methods are looked up in the table at upvalue 1; `start` and `stop` stand there as the integers
 * 0 and 1, so that one look-up answers both. */
static int refuse_key(lua_State *lua);

static int span_index(lua_State *lua) {
  lua_pushvalue(lua, 2);
  int type = lua_rawget(lua, lua_upvalueindex(1));
  if (type == LUA_TNUMBER) {
    gs_span place = gs_check_span(lua, 1);
    lua_pushinteger(lua, lua_tointeger(lua, -1) == 0 ? place.start : place.stop);
    return 1;
  }
  return type == LUA_TNIL ? refuse_key(lua) : 1;
}

static const luaL_Reg methods[] = {
    {"text", span_text},     {"is", span_is},           {"starts", span_starts}, {"ends", span_ends},
    {"has", span_has},       {"find", span_find},       {"rfind", span_rfind},   {"left", span_left},
    {"right", span_right},   {"skip", span_skip},       {"chop", span_chop},     {"chars", span_chars},
    {"trim", span_trim},     {"hull", span_hull},       {"between", span_between}, {"upto", span_upto},
    {"from", span_from},     {"contains", span_contains}, {"before", span_before}, {"after", span_after},
    {NULL, NULL}};

static int refuse_key(lua_State *lua) {
  const char *known[sizeof methods / sizeof methods[0] + 1] = {"start", "stop"};
  size_t count = 2;
  for (const luaL_Reg *method = methods; method->name != NULL; method++) known[count++] = method->name;
  const char *key = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "?", *nearest = gs_nearest(key, known, count);
  if (nearest != NULL) return luaL_error(lua, "a span has no field '%s'; did you mean '%s'?", key, nearest);
  return luaL_error(lua, "a span has no field '%s'", key);
}

static const luaL_Reg operators[] = {{"__len", span_length},     {"__tostring", span_text}, {"__concat", span_concat},
                                     {"__eq", span_equal},       {NULL, NULL}};

void gs_open_span(lua_State *lua) {
  lua_newtable(lua);
  luaL_setfuncs(lua, operators, 0);
  luaL_newlib(lua, methods);
  lua_pushinteger(lua, 0);
  lua_setfield(lua, -2, "start");
  lua_pushinteger(lua, 1);
  lua_setfield(lua, -2, "stop");
  lua_pushcclosure(lua, span_index, 1);
  lua_setfield(lua, -2, "__index");
  gs_type_register(lua, GS_TYPE_SPAN, "Span");
}
