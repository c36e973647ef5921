/* What extract() returned, checked against the declared fields and taken over into C: spans keep their places,
 * so that every fact can be traced to the source. */
#include <lauxlib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "script/bindings.h"
#include "script/call.h"
#include "script/freeze.h"
#include "text/utf8.h"

#define MAX_LIST 10000

typedef struct reading {
  lua_State *lua;
  const gs_extractor *extractor;
  gs_arena *arena;
  lua_Integer number; /* of the record, from 1 */
  size_t bytes;       /* of text taken over so far */
} reading;

static void *take(reading *r, size_t size) {
  void *block = gs_arena_zeroed(r->arena, size);
  if (block == NULL) luaL_error(r->lua, "out of memory");
  return block;
}

static gs_value *must(reading *r, gs_value *value) {
  if (value == NULL) luaL_error(r->lua, "out of memory");
  return value;
}

/* Counts what the records take: text, and the room of values, for a million empty ones are a bomb too. */
static void charge(reading *r, size_t size) {
  r->bytes += size;
  uint64_t limit = r->extractor->state.budget.record_bytes;
  if (r->bytes > limit) gs_budget_spent(r->lua, "record_bytes", limit);
}

static int refuse(reading *r, const gs_field *field, const char *got) {
  char wanted[48];
  gs_field_type_print(&field->type, wanted);
  return luaL_error(r->lua, "%s record %d: field '%s' is %s, wanted %s", r->extractor->name, (int)r->number, field->name,
                    got, wanted);
}

/* What a value is, with the value itself where it is short: `string "많음"`. */
static const char *describe(const gs_value *value, const char *kind, char *shown, size_t room) {
  if (value->kind == GS_STRING && value->string.length <= 60)
    snprintf(shown, room, "%s \"%.*s\"", kind, (int)value->string.length, value->string.bytes);
  else if (value->kind == GS_NUMBER)
    snprintf(shown, room, "%s %.14g", kind, value->number);
  else
    return kind;
  return shown;
}

/* A string of Lua as a value: it must be UTF-8, since the result is. */
static gs_value *read_string(reading *r, const gs_field *field, int index) {
  size_t length;
  const char *s = lua_tolstring(r->lua, index, &length);
  charge(r, length);
  if (!gs_is_utf8(s, length)) refuse(r, field, "a string that is not valid UTF-8");
  return must(r, gs_string_copy(r->arena, s, length));
}

static gs_value *read_span(reading *r, gs_span place) {
  const char *text = r->extractor->state.document->text.bytes;
  charge(r, place.stop - place.start);
  return must(r, gs_string(r->arena, text + place.start, place.stop - place.start));
}

/* One value that is no list. A span's place goes to *place; *place is left alone otherwise. */
static gs_value *read_scalar(reading *r, const gs_field *field, int index, gs_span *place, bool *is_span) {
  lua_State *lua = r->lua;
  *is_span = gs_to_span(lua, index, place) != 0;
  gs_field_kind kind = field->type.kind;
  if (*is_span && (kind == GS_FIELD_SPAN || kind == GS_FIELD_STRING || field->type.or_string)) return read_span(r, *place);
  switch (lua_type(lua, index)) {
  case LUA_TSTRING:
    if (kind == GS_FIELD_SPAN) refuse(r, field, "a string (declare it as string, or return the Span itself)");
    return read_string(r, field, index);
  case LUA_TBOOLEAN: return must(r, gs_boolean(r->arena, lua_toboolean(lua, index)));
  case LUA_TNUMBER:
    if (lua_isinteger(lua, index)) return must(r, gs_integer(r->arena, lua_tointeger(lua, index)));
    if (!isfinite(lua_tonumber(lua, index))) refuse(r, field, "not a finite number");
    return must(r, gs_number(r->arena, lua_tonumber(lua, index)));
  default: refuse(r, field, luaL_typename(lua, index)); return NULL;
  }
}

static lua_Unsigned list_length(reading *r, const gs_field *field, int index) {
  if (!lua_istable(r->lua, index)) refuse(r, field, luaL_typename(r->lua, index));
  gs_frozen_open(r->lua, index);
  lua_Unsigned count = lua_rawlen(r->lua, index);
  if (count > MAX_LIST) refuse(r, field, "a list of more than 10000 entries");
  return count;
}

static void read_list(reading *r, const gs_field *field, int index, gs_fact *fact) {
  lua_Unsigned count = list_length(r, field, index);
  charge(r, (size_t)count * (sizeof(gs_span) + sizeof(gs_value) + sizeof(gs_value *)));
  gs_span *spans = take(r, (count + 1) * sizeof *spans);
  fact->value = must(r, gs_list(r->arena));
  for (lua_Unsigned i = 0; i < count; i++) {
    bool is_span;
    lua_rawgeti(r->lua, index, (lua_Integer)i + 1);
    gs_value *item = read_scalar(r, field, lua_gettop(r->lua), &spans[i], &is_span);
    if (is_span) fact->span_count++;
    if (!gs_list_add(r->arena, fact->value, item)) luaL_error(r->lua, "out of memory");
    lua_pop(r->lua, 1);
  }
  fact->spans = spans;
  if (fact->span_count < count) fact->span_count = 0;
}

/* A span field may be given in pieces, `국민의힘 장동혁 대표` → {국민의힘, 대표}: they are joined by a space. */
static void read_joined(reading *r, const gs_field *field, int index, gs_fact *fact) {
  lua_Unsigned count = list_length(r, field, index);
  if (count == 0) refuse(r, field, "an empty list");
  gs_span *spans = take(r, count * sizeof *spans);
  size_t length = count - 1;
  for (lua_Unsigned i = 0; i < count; i++) {
    lua_rawgeti(r->lua, index, (lua_Integer)i + 1);
    if (!gs_to_span(r->lua, -1, &spans[i])) refuse(r, field, "a list that holds something else than spans");
    length += spans[i].stop - spans[i].start;
    lua_pop(r->lua, 1);
  }
  charge(r, length);
  const char *text = r->extractor->state.document->text.bytes;
  char *joined = take(r, length + 1), *end = joined;
  for (lua_Unsigned i = 0; i < count; i++) {
    if (i > 0) *end++ = ' ';
    memcpy(end, text + spans[i].start, spans[i].stop - spans[i].start);
    end += spans[i].stop - spans[i].start;
  }
  fact->value = must(r, gs_string(r->arena, joined, length));
  fact->spans = spans;
  fact->span_count = (uint32_t)count;
}

static void read_fact(reading *r, const gs_field *field, int index, gs_fact *fact) {
  if (field->type.list) {
    read_list(r, field, index, fact);
  } else if (field->type.kind == GS_FIELD_SPAN && lua_istable(r->lua, index)) {
    read_joined(r, field, index, fact);
  } else {
    gs_span *place = take(r, sizeof *place);
    bool is_span;
    fact->value = read_scalar(r, field, index, place, &is_span);
    fact->spans = place;
    fact->span_count = is_span;
  }
  const char *got;
  if (gs_field_fits(&field->type, fact->value, &got)) return;
  char shown[96];
  refuse(r, field, describe(fact->value, got, shown, sizeof shown));
}

static void refuse_key(reading *r, int index) {
  const char *names[65];
  uint32_t count = r->extractor->field_count;
  for (uint32_t f = 0; f < count; f++) names[f] = r->extractor->fields[f].name;
  if (lua_type(r->lua, index) != LUA_TSTRING)
    luaL_error(r->lua, "%s record %d: a key that is a %s", r->extractor->name, (int)r->number,
               luaL_typename(r->lua, index));
  const char *key = lua_tostring(r->lua, index), *nearest = gs_nearest(key, names, count);
  if (nearest != NULL)
    luaL_error(r->lua, "%s record %d: unknown field '%s'; did you mean '%s'?", r->extractor->name, (int)r->number, key,
               nearest);
  luaL_error(r->lua, "%s record %d: unknown field '%s'; it is not declared in `fields`", r->extractor->name,
             (int)r->number, key);
}

/* Where the record stands: the hull of `at`, if it was given, and of its first field that has a span. */
static void ground(reading *r, gs_record *record, const gs_span *given) {
  bool found = given != NULL;
  if (found) record->at = *given;
  for (uint32_t f = 0; f < r->extractor->field_count; f++) {
    const gs_fact *fact = &record->facts[f];
    if (fact->span_count == 0) continue;
    if (!found) record->at = fact->spans[0];
    for (uint32_t i = 0; i < fact->span_count; i++) {
      if (fact->spans[i].start < record->at.start) record->at.start = fact->spans[i].start;
      if (fact->spans[i].stop > record->at.stop) record->at.stop = fact->spans[i].stop;
    }
    return;
  }
  if (!found)
    luaL_error(r->lua, "%s record %d: nothing tells where it stands; give a span field a Span, or set `at`",
               r->extractor->name, (int)r->number);
}

static void read_record(reading *r, gs_record *record) {
  lua_State *lua = r->lua;
  const gs_extractor *extractor = r->extractor;
  if (!lua_istable(lua, -1))
    luaL_error(lua, "%s record %d is a %s, wanted a table", extractor->name, (int)r->number, luaL_typename(lua, -1));
  gs_frozen_open(lua, -1);
  charge(r, extractor->field_count * sizeof *record->facts);
  record->facts = take(r, extractor->field_count * sizeof *record->facts);
  gs_span at;
  bool has_at = false;
  for (lua_pushnil(lua); lua_next(lua, -2) != 0; lua_pop(lua, 1)) {
    const void *key = lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : NULL;
    uint32_t f = 0;
    while (f < extractor->field_count && extractor->field_keys[f] != key) f++;
    if (f < extractor->field_count) {
      read_fact(r, &extractor->fields[f], lua_gettop(lua), &record->facts[f]);
    } else if (key != NULL && key == extractor->at_key) {
      if (!gs_to_span(lua, -1, &at))
        luaL_error(lua, "%s record %d: `at` is a %s, wanted a Span", extractor->name, (int)r->number,
                   luaL_typename(lua, -1));
      has_at = true;
    } else {
      refuse_key(r, lua_gettop(lua) - 1);
    }
  }
  for (uint32_t f = 0; f < extractor->field_count; f++)
    if (record->facts[f].value == NULL && !extractor->fields[f].type.optional) refuse(r, &extractor->fields[f], "absent");
  ground(r, record, has_at ? &at : NULL);
}

void gs_read_records(lua_State *lua, const gs_extractor *extractor, gs_arena *arena, gs_records *records) {
  reading r = {.lua = lua, .extractor = extractor, .arena = arena};
  records->items = NULL;
  records->count = 0;
  if (lua_isnil(lua, -1)) return;
  if (!lua_istable(lua, -1))
    luaL_error(lua, "%s: extract() returned a %s, wanted a list of records or nil", extractor->name,
               luaL_typename(lua, -1));
  gs_frozen_open(lua, -1);
  lua_Unsigned count = lua_rawlen(lua, -1), most = extractor->state.budget.limits.records;
  if (count > most) gs_budget_spent(lua, "records", most);
  records->items = take(&r, (count + 1) * sizeof *records->items);
  luaL_checkstack(lua, 16, "records");
  for (lua_Unsigned i = 0; i < count; i++) {
    r.number = (lua_Integer)i + 1;
    lua_rawgeti(lua, -1, r.number);
    read_record(&r, &records->items[i]);
    lua_pop(lua, 1);
  }
  records->count = (uint32_t)count;
}
