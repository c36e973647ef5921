/* Read from the function's own bytecode, as lua_dump() writes it: Lua has no other way to tell. The layout is that of
 * Lua 5.4 (ldump.c); where anything is not as expected, every variable counts as assigned, which is slower and never wrong. */
#include "script/assigned.h"

#include <lauxlib.h>
#include <stdint.h>
#include <string.h>

#define OP_SETUPVAL 10 /* of lopcodes.h, as in every Lua 5.4 */
#define MOST_NESTED 200 /* Lua's own bound on nesting */

typedef struct reading {
  const unsigned char *at, *stop;
  bool failed;
} reading;

static unsigned char next_byte(reading *r) {
  if (r->at < r->stop) return *r->at++;
  r->failed = true;
  return 0;
}

static void skip(reading *r, size_t size) {
  if ((size_t)(r->stop - r->at) < size) r->failed = true;
  else r->at += size;
}

/* Seven bits a byte, the last one marked. */
static size_t next_size(reading *r) {
  size_t size = 0;
  for (int i = 0; i < 10 && !r->failed; i++) {
    unsigned char byte = next_byte(r);
    size = size << 7 | (byte & 0x7F);
    if ((byte & 0x80) != 0) return size;
  }
  r->failed = true;
  return 0;
}

static void skip_string(reading *r) {
  size_t size = next_size(r);
  if (size > 1) skip(r, size - 1);
}

static void skip_constants(reading *r) {
  for (size_t count = next_size(r); count > 0 && !r->failed; count--) {
    switch (next_byte(r)) {
    case 0x00: case 0x01: case 0x11: break; /* nil, false, true */
    case 0x03: skip(r, sizeof(lua_Integer)); break;
    case 0x13: skip(r, sizeof(lua_Number)); break;
    case 0x04: case 0x14: skip_string(r); break;
    default: r->failed = true;
    }
  }
}

/* Marks what the code assigns to: the second argument of each SETUPVAL, bits 16 to 23 of an instruction. */
static void read_code(reading *r, gs_assigned *assigned) {
  for (size_t count = next_size(r); count > 0 && !r->failed; count--) {
    uint32_t instruction;
    if ((size_t)(r->stop - r->at) < sizeof instruction) {
      r->failed = true;
      return;
    }
    memcpy(&instruction, r->at, sizeof instruction);
    r->at += sizeof instruction;
    if ((instruction & 0x7F) == OP_SETUPVAL) assigned->upvalues[instruction >> 16 & 0xFF] = true;
  }
}

/* One function; outer gets what it and those within it assign to, where that is an upvalue of outer too. */
static void read_function(reading *r, gs_assigned *outer, int depth) {
  gs_assigned own = {{false}};
  struct { unsigned char in_stack, index; } upvalues[256] = {{0, 0}};
  if (depth > MOST_NESTED) r->failed = true;
  skip_string(r); /* source */
  next_size(r);   /* first and last line */
  next_size(r);
  skip(r, 3);     /* parameters, whether vararg, stack size */
  read_code(r, &own);
  skip_constants(r);
  size_t count = next_size(r);
  if (count > 255) r->failed = true;
  for (size_t i = 0; i < count && !r->failed; i++) {
    upvalues[i].in_stack = next_byte(r);
    upvalues[i].index = next_byte(r);
    next_byte(r); /* kind */
  }
  for (size_t functions = next_size(r); functions > 0 && !r->failed; functions--) read_function(r, &own, depth + 1);
  /* No debug information: the dump is stripped. Four counts of 0. */
  for (int i = 0; i < 4; i++)
    if (next_size(r) != 0) r->failed = true;
  for (size_t i = 0; i < count && !r->failed; i++) {
    if (!own.upvalues[i]) continue;
    if (depth == 0) outer->upvalues[i] = true;
    else if (!upvalues[i].in_stack) outer->upvalues[upvalues[i].index] = true;
  }
}

static bool read_header(reading *r) {
  static const unsigned char wanted[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04";
  size_t size = sizeof wanted - 1;
  if ((size_t)(r->stop - r->at) < size || memcmp(r->at, wanted, size) != 0) return false;
  skip(r, size + 2 + sizeof(lua_Integer) + sizeof(lua_Number)); /* sizes and samples of numbers */
  next_byte(r);                                                 /* number of upvalues */
  return !r->failed;
}

static int append(lua_State *lua, const void *bytes, size_t size, void *buffer) {
  (void)lua;
  luaL_addlstring(buffer, bytes, size);
  return 0;
}

void gs_find_assigned(lua_State *lua, gs_assigned *assigned) {
  luaL_Buffer buffer;
  memset(assigned, 0, sizeof *assigned);
  luaL_checkstack(lua, 4, "freezing");
  /* The buffer may put something of its own on the stack, so lua_dump gets the function where it is the top. */
  lua_State *scratch = lua_newthread(lua);
  luaL_buffinit(scratch, &buffer);
  lua_pushvalue(lua, -2);
  int status = lua_dump(lua, append, &buffer, 1);
  luaL_pushresult(&buffer);
  size_t size;
  const char *bytes = lua_tolstring(scratch, -1, &size);
  reading r = {(const unsigned char *)bytes, (const unsigned char *)bytes + size, false};
  if (status != 0 || !read_header(&r)) r.failed = true;
  else read_function(&r, assigned, 0);
  if (r.failed || r.at != r.stop) memset(assigned->upvalues, 1, sizeof assigned->upvalues);
  lua_pop(lua, 2);
}
