/* A value tree from YAML (libyaml's parser) or JSON (jansson): results to merge, cases, configuration.
 *
 * All copy what they keep into the arena. On an error message (at least GS_READ_MESSAGE bytes) says in one line of
 * UTF-8 what is wrong and where, "line 3, column 7: …", both from 1 and columns in code points; else it is empty.
 *
 * Errors: GISA_USAGE when the text is not what these read; GISA_ENCODING when it is not UTF-8; GISA_TOO_LARGE when the
 * tree is deeper than GS_MAX_DEPTH or the text longer than GS_READ_MAX_BYTES; GISA_NO_MEMORY. Time and memory
 * are linear in the length, so the cap on both is the caller's, by length and by the arena's allocator. */
#ifndef GS_RECORD_READ_H
#define GS_RECORD_READ_H

#include "gisa.h"
#include "record/value.h"

#define GS_READ_MESSAGE 256

/* jansson counts places in an int; half of its range leaves room for all it adds. */
#define GS_READ_MAX_BYTES ((size_t)1 << 30)

/* One JSON text of any kind. Refused: a key that is there twice, an integer beyond 64 bits, a number beyond a double,
 * and NUL in a key (jansson's keys end at it). */
gisa_status gs_json_read(gs_arena *arena, const char *bytes, size_t length, char *message, gs_value **value);

/* A JSON map of which lists of maps are GS_ITEMS: each item is read when it is asked for, so that what is as long as a list need not be held.
 * bytes must live as long as the map. NULL where the text is no JSON map (gs_json_read() tells why) or memory is out; a list that is broken shows
 * as one that ends with false. */
gs_value *gs_json_outline(gs_arena *arena, const char *bytes, size_t length);

/* Begins a list of an outline anew, with its items in the arena. */
void gs_json_rewind(gs_value *items, gs_arena *arena);

/* One YAML document. Plain scalars have the types of YAML 1.2's core schema, quoted and block ones are strings; keys
 * are strings as written. Flow style is kept. Refused: aliases and merge keys (they make bombs, and results have none),
 * keys that are lists or maps or there twice, tags but !!str, !!seq and !!map, numbers beyond 64 bits or a double,
 * infinity and NaN, and integers with a leading zero (10 to YAML 1.2 is 8 to 1.1 in `010`). */
gisa_status gs_yaml_read(gs_arena *arena, const char *bytes, size_t length, char *message, gs_value **value);

/* Takes a document of a stream. The value lies in the arena of the reading, which take may reset. A status but GISA_OK
 * ends the reading and is what it returns, with what take wrote to message. */
typedef gisa_status gs_read_take(void *context, gs_value *document, char *message);

/* A stream of any number of YAML documents, each given to take before the next is read. */
gisa_status gs_yaml_read_stream(gs_arena *arena, const char *bytes, size_t length, char *message, gs_read_take *take,
                                void *context);

/* The message of a reading error: printf-style behind "line L, column C: "; without a place where line is 0. What is
 * quoted from the text may hold anything: control characters become spaces, and a character that is cut off is left
 * out. */
void gs_read_complain(char *message, size_t line, size_t column, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
