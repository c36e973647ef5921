/* Strings made of what readers and writers of YAML and JSON stumble over. Seeded: the same in every run. */
#ifndef GS_TESTS_RECORD_NASTY_H
#define GS_TESTS_RECORD_NASTY_H

#include <stdint.h>
#include <string.h>

#include "record/value.h"

typedef struct nasty_fragment {
  const char *bytes;
  size_t length;
} nasty_fragment;

#define NASTY(literal)                                                                                                 \
  { literal, sizeof(literal) - 1 }

static const nasty_fragment nasty_fragments[] = {
    /* words */
    NASTY("null"),
    NASTY("Null"),
    NASTY("NULL"),
    NASTY("nUll"),
    NASTY("~"),
    NASTY("yes"),
    NASTY("Yes"),
    NASTY("NO"),
    NASTY("no"),
    NASTY("on"),
    NASTY("Off"),
    NASTY("y"),
    NASTY("Y"),
    NASTY("n"),
    NASTY("N"),
    NASTY("true"),
    NASTY("TRUE"),
    NASTY("False"),
    NASTY("="),
    NASTY("<<"),
    NASTY("inf"),
    NASTY("nan"),
    NASTY("NaN"),
    NASTY(".inf"),
    NASTY(".NAN"),
    /* numbers and timestamps, and their parts */
    NASTY("0"),
    NASTY("1"),
    NASTY("7"),
    NASTY("8"),
    NASTY("10"),
    NASTY("59"),
    NASTY("2025"),
    NASTY("0777"),
    NASTY("0o17"),
    NASTY("0x1F"),
    NASTY("0b101"),
    NASTY("1_000"),
    NASTY("1,000"),
    NASTY("_"),
    NASTY("."),
    NASTY(".5"),
    NASTY("1.10"),
    NASTY("5."),
    NASTY("e"),
    NASTY("E"),
    NASTY("1e3"),
    NASTY("1.5e+3"),
    NASTY("+"),
    NASTY("-"),
    NASTY(":"),
    NASTY(":30"),
    NASTY("12:30:45"),
    NASTY("190:20:30.15"),
    NASTY("2025-12-30"),
    NASTY("2025-1-3"),
    NASTY("T00:00"),
    NASTY("t"),
    NASTY("Z"),
    NASTY(" 00:00"),
    NASTY("T09:00:00.5+09:00"),
    NASTY(" +9"),
    NASTY("99999999999999999999"),
    NASTY("x"),
    NASTY("o"),
    /* syntax */
    NASTY(" "),
    NASTY("  "),
    NASTY("- "),
    NASTY("? "),
    NASTY("?"),
    NASTY(": "),
    NASTY(" #"),
    NASTY("#"),
    NASTY("---"),
    NASTY("..."),
    NASTY("--- "),
    NASTY("%YAML"),
    NASTY("!"),
    NASTY("!!str "),
    NASTY("&a "),
    NASTY("*a"),
    NASTY("|"),
    NASTY(">-"),
    NASTY("'"),
    NASTY("''"),
    NASTY("\""),
    NASTY("\\"),
    NASTY("\\n"),
    NASTY("\\u0041"),
    NASTY("\\x"),
    NASTY("%"),
    NASTY("@"),
    NASTY("`"),
    NASTY("{"),
    NASTY("}"),
    NASTY("["),
    NASTY("]"),
    NASTY(","),
    NASTY(", "),
    NASTY("/"),
    /* white space, controls and what is none outside ASCII */
    NASTY("\n"),
    NASTY("\n\n"),
    NASTY("\r"),
    NASTY("\r\n"),
    NASTY("\t"),
    NASTY("\0"),
    NASTY("\1"),
    NASTY("\a"),
    NASTY("\33"),
    NASTY("\x1F"),
    NASTY("\x7F"),
    NASTY("\xC2\x80"),
    NASTY("\xC2\x85"),
    NASTY("\xC2\x9F"),
    NASTY("\u00A0"),
    NASTY("\u00AD"),
    NASTY("\u2028"),
    NASTY("\u2029"),
    NASTY("\u200B"),
    NASTY("\u3000"),
    NASTY("\uFEFF"),
    NASTY("\uFFFD"),
    NASTY("\xEF\xBF\xBE"),
    NASTY("\xEF\xBF\xBF"),
    NASTY("\xEF\xB7\x90"),
    NASTY("\xED\x9F\xBF"),
    NASTY("\xEE\x80\x80"),
    NASTY("\U0001F600"),
    NASTY("\U0001FFFE"),
    NASTY("\U0010FFFF"),
    /* words of articles */
    NASTY("가"),
    NASTY("한국 "),
    NASTY("\u1112\u1161"),
    NASTY("“"),
    NASTY("”라고"),
    NASTY("…"),
    NASTY("a"),
    NASTY("B"),
    NASTY("GPT-5"),
    NASTY("https://example.com/a?b=c#d"),
    NASTY("&quot;"),
    NASTY("%20"),
    NASTY("a key of more than 128 bytes is none of YAML's simple keys, so that its line begins with a question mark; "
          "this one has "
          "as many as that"),
};

#define NASTY_ROOM 1024

/* xorshift64* */
static inline uint32_t nasty_random(uint64_t *state, uint32_t below) {
  *state ^= *state >> 12;
  *state ^= *state << 25;
  *state ^= *state >> 27;
  return (uint32_t)((*state * UINT64_C(2685821657736338717)) >> 33) % below;
}

/* Writes a string of none to five fragments and returns its length. */
static inline size_t nasty_string(uint64_t *state, char out[static NASTY_ROOM]) {
  size_t length = 0;
  uint32_t count = nasty_random(state, 40) == 0 ? 0 : 1 + nasty_random(state, 5);
  for (uint32_t i = 0; i < count; i++) {
    const nasty_fragment *fragment =
        &nasty_fragments[nasty_random(state, sizeof nasty_fragments / sizeof nasty_fragments[0])];
    memcpy(out + length, fragment->bytes, fragment->length);
    length += fragment->length;
  }
  return length;
}

static inline gs_value *nasty_value(gs_arena *arena, uint64_t *state) {
  char bytes[NASTY_ROOM];
  return gs_string_copy(arena, bytes, nasty_string(state, bytes));
}

/* A map of strings, or a list of them, of count. */
static inline gs_value *nasty_collection(gs_arena *arena, uint64_t *state, bool map, bool flow, int count) {
  gs_value *collection = map ? gs_map(arena) : gs_list(arena);
  if (!collection) return NULL;
  collection->flow = flow;
  for (int i = 0; i < count; i++) {
    char key[NASTY_ROOM];
    bool added = map ? gs_map_set(arena, collection, key, nasty_string(state, key), nasty_value(arena, state))
                     : gs_list_add(arena, collection, nasty_value(arena, state));
    if (!added) return NULL;
  }
  return collection;
}

/* A document of 8 * count strings in each of the places where a string can stand. */
static inline gs_value *nasty_document(gs_arena *arena, uint64_t *state, int count) {
  gs_value *document = gs_list(arena);
  for (int form = 0; document && form < 4; form++) {
    bool map = form & 1;
    gs_value *part = nasty_collection(arena, state, map, form & 2, map ? count : 2 * count);
    if (!gs_list_add(arena, document, part)) return NULL;
  }
  return document;
}

#endif
