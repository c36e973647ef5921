/* doc: the document of one call. Its lists are made when a script first asks for them and kept for the call. */
#include <lauxlib.h>
#include <string.h>

#include "script/bindings.h"
#include "script/call.h"
#include "script/libraries.h"
#include "script/state.h"

enum { SENTENCES = 1, PARAGRAPHS, QUOTED, META, RECORDS, SLOTS = RECORDS };

#define DOC "gisa.doc" /* the doc object of the running call, in the registry */

void gs_push_doc(lua_State *lua) {
  gs_push_object(lua, GS_TYPE_DOC, sizeof(uint32_t), SLOTS);
  lua_pushvalue(lua, -1);
  lua_setfield(lua, LUA_REGISTRYINDEX, DOC);
}

/* Pushes the doc object, or raises when no call runs (a module that asks for sentences while it loads). */
static const gs_document *push_current(lua_State *lua) {
  const gs_document *document = gs_state_of(lua)->document;
  if (document == NULL) luaL_error(lua, "there is no document yet: ask for it inside extract()");
  lua_getfield(lua, LUA_REGISTRYINDEX, DOC);
  return document;
}

/* Pushes the list in a slot of the doc object below the top; build makes it the first time. */
static int push_kept(lua_State *lua, int slot, void (*build)(lua_State *, const gs_document *)) {
  const gs_document *document = push_current(lua);
  int doc = lua_gettop(lua);
  if (lua_getiuservalue(lua, doc, slot) != LUA_TNIL) return 1;
  lua_pop(lua, 1);
  build(lua, document);
  lua_pushvalue(lua, -1);
  lua_setiuservalue(lua, doc, slot);
  return 1;
}

static void build_spans(lua_State *lua, const gs_spans *spans) {
  lua_createtable(lua, (int)spans->count, 0);
  for (uint32_t i = 0; i < spans->count; i++) {
    gs_push_span(lua, spans->items[i]);
    lua_rawseti(lua, -2, (lua_Integer)i + 1);
  }
}

static void build_sentences(lua_State *lua, const gs_document *document) {
  build_spans(lua, &document->sentences);
}

static void build_paragraphs(lua_State *lua, const gs_document *document) {
  build_spans(lua, &document->paragraphs);
}

static void build_quoted(lua_State *lua, const gs_document *document) {
  static const char *const marks[] = {"double", "single", "corner", "white corner", "angle"};
  lua_createtable(lua, (int)document->quoted.count, 0);
  for (uint32_t i = 0; i < document->quoted.count; i++) {
    const gs_quoted *quoted = &document->quoted.items[i];
    lua_createtable(lua, 0, 5);
    gs_push_span(lua, quoted->text);
    lua_setfield(lua, -2, "text");
    gs_push_span(lua, quoted->whole);
    lua_setfield(lua, -2, "whole");
    lua_pushstring(lua, marks[quoted->mark]);
    lua_setfield(lua, -2, "mark");
    lua_pushinteger(lua, quoted->depth);
    lua_setfield(lua, -2, "depth");
    lua_pushboolean(lua, quoted->paired);
    lua_setfield(lua, -2, "paired");
    lua_rawseti(lua, -2, (lua_Integer)i + 1);
  }
}

/* Front matter is at most a few levels deep (the document room bounds it). */
static void push_value(lua_State *lua, const gs_value *value) {
  luaL_checkstack(lua, 4, "front matter");
  switch (value->kind) {
  case GS_NULL: lua_pushnil(lua); break;
  case GS_BOOLEAN: lua_pushboolean(lua, value->boolean); break;
  case GS_INTEGER: lua_pushinteger(lua, value->integer); break;
  case GS_NUMBER: lua_pushnumber(lua, value->number); break;
  case GS_STRING: lua_pushlstring(lua, value->string.bytes, value->string.length); break;
  case GS_LIST:
    lua_createtable(lua, (int)value->list.count, 0);
    for (uint32_t i = 0; i < value->list.count; i++) {
      push_value(lua, value->list.items[i]);
      lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
    break;
  case GS_MAP:
    lua_createtable(lua, 0, (int)value->map.count);
    for (uint32_t i = 0; i < value->map.count; i++) {
      lua_pushlstring(lua, value->map.pairs[i].key, value->map.pairs[i].key_length);
      push_value(lua, value->map.pairs[i].value);
      lua_rawset(lua, -3);
    }
    break;
  case GS_ITEMS: lua_pushnil(lua); break; /* only written, never read */
  }
}

static void build_meta(lua_State *lua, const gs_document *document) {
  push_value(lua, document->meta);
}

/* A field of another extractor's record: its spans where it has some, else its value. */
static void push_fact(lua_State *lua, const gs_field *field, const gs_fact *fact) {
  if (fact->span_count == 1 && !field->type.list) {
    gs_push_span(lua, fact->spans[0]);
  } else if (fact->span_count > 0) {
    build_spans(lua, &(gs_spans){fact->spans, fact->span_count});
  } else {
    push_value(lua, fact->value);
  }
}

static void push_records(lua_State *lua, const gs_needed *needed) {
  const gs_extractor *extractor = needed->extractor;
  lua_createtable(lua, (int)needed->records.count, 0);
  for (uint32_t i = 0; i < needed->records.count; i++) {
    const gs_record *record = &needed->records.items[i];
    lua_createtable(lua, 0, (int)extractor->field_count + 1);
    for (uint32_t f = 0; f < extractor->field_count; f++) {
      if (record->facts[f].value == NULL) continue;
      push_fact(lua, &extractor->fields[f], &record->facts[f]);
      lua_setfield(lua, -2, extractor->fields[f].name);
    }
    gs_push_span(lua, record->at);
    lua_setfield(lua, -2, "at");
    lua_rawseti(lua, -2, (lua_Integer)i + 1);
  }
}

static void build_records(lua_State *lua, const gs_document *document) {
  (void)document;
  const gs_state *state = gs_state_of(lua);
  lua_createtable(lua, 0, (int)state->needed_count);
  for (uint32_t i = 0; i < state->needed_count; i++) {
    push_records(lua, &state->needed[i]);
    lua_setfield(lua, -2, state->needed[i].extractor->name);
  }
}

static int doc_sentences(lua_State *lua) {
  return push_kept(lua, SENTENCES, build_sentences);
}

static int doc_paragraphs(lua_State *lua) {
  return push_kept(lua, PARAGRAPHS, build_paragraphs);
}

static int doc_quoted(lua_State *lua) {
  return push_kept(lua, QUOTED, build_quoted);
}

/* The piece that holds the offset at, by binary search; UINT32_MAX where none does. */
static uint32_t holding(const gs_spans *spans, uint32_t at) {
  uint32_t low = 0, high = spans->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (spans->items[middle].stop <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return low < spans->count && spans->items[low].start <= at ? low : UINT32_MAX;
}

static int push_holding(lua_State *lua, const gs_spans *spans, lua_CFunction list) {
  gs_span place = gs_check_span(lua, 1);
  uint32_t i = holding(spans, place.start);
  if (i == UINT32_MAX) return 0;
  lua_settop(lua, 0);
  list(lua);
  lua_rawgeti(lua, -1, (lua_Integer)i + 1);
  lua_pushinteger(lua, (lua_Integer)i + 1);
  return 2;
}

static int doc_sentence_of(lua_State *lua) {
  const gs_document *document = push_current(lua);
  return push_holding(lua, &document->sentences, doc_sentences);
}

static int doc_paragraph_of(lua_State *lua) {
  const gs_document *document = push_current(lua);
  return push_holding(lua, &document->paragraphs, doc_paragraphs);
}

static int doc_note(lua_State *lua) {
  const gs_state *state = gs_state_of(lua);
  if (state->note == NULL) return 0;
  int count = lua_gettop(lua);
  luaL_Buffer buffer;
  luaL_buffinit(lua, &buffer);
  for (int i = 1; i <= count; i++) {
    if (i > 1) luaL_addchar(&buffer, ' ');
    gs_push_text(lua, i);
    luaL_addvalue(&buffer);
  }
  luaL_pushresult(&buffer);
  size_t length;
  const char *text = lua_tolstring(lua, -1, &length);
  state->note(state->note_context, text, length);
  return 0;
}

/* Methods stand in the table at upvalue 1; the other fields are made here. */
static int doc_index(lua_State *lua) {
  lua_pushvalue(lua, 2);
  if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  const gs_state *state = gs_state_of(lua);
  const gs_document *document = push_current(lua);
  const char *key = luaL_checkstring(lua, 2);
  if (strcmp(key, "body") == 0) return gs_push_span(lua, document->body), 1;
  if (strcmp(key, "title") == 0) {
    if (document->title.start == document->title.stop) return 0;
    return gs_push_span(lua, document->title), 1;
  }
  if (strcmp(key, "id") == 0) return lua_pushstring(lua, state->id), 1;
  if (strcmp(key, "meta") == 0) return push_kept(lua, META, build_meta);
  if (strcmp(key, "records") == 0) return push_kept(lua, RECORDS, build_records);
  static const char *const known[] = {"id", "meta", "title", "body", "records", "sentences", "paragraphs", "quoted", "sentence_of",
                                      "paragraph_of", "note"};
  const char *nearest = gs_nearest(key, known, sizeof known / sizeof known[0]);
  if (nearest != NULL) return luaL_error(lua, "doc has no field '%s'; did you mean '%s'?", key, nearest);
  return luaL_error(lua, "doc has no field '%s'", key);
}

static const luaL_Reg methods[] = {{"sentences", doc_sentences},     {"paragraphs", doc_paragraphs},
                                   {"quoted", doc_quoted},           {"sentence_of", doc_sentence_of},
                                   {"paragraph_of", doc_paragraph_of}, {"note", doc_note},
                                   {NULL, NULL}};

void gs_open_doc(lua_State *lua) {
  lua_newtable(lua);
  luaL_newlib(lua, methods);
  lua_pushcclosure(lua, doc_index, 1);
  lua_setfield(lua, -2, "__index");
  gs_type_register(lua, GS_TYPE_DOC, "Doc");
}
