/* Compiled PCRE2 patterns, one for each pattern and flags, shared by the states of an engine. */
#ifndef GS_SCRIPT_PATTERN_CACHE_H
#define GS_SCRIPT_PATTERN_CACHE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdbool.h>

#include "gisa.h"
#include "script/pattern_memory.h"
#include "text/arena.h"

/* Longer patterns are refused: PCRE2's own bound is 64 kB of compiled code with 2-byte links, which a
 * pattern of this length can reach. Word lists belong into `words`. */
#define GS_MAX_PATTERN 32768

/* How many different patterns one call may compile: what an extractor needs is known when it is loaded, and building
 * patterns from text costs more than it finds. */
#define GS_MAX_CALL_PATTERNS 256

typedef struct gs_pattern {
  struct gs_pattern *next; /* in its bucket */
  pcre2_code *code;
  pcre2_code *counted; /* the same with a callout before each item, made when first needed */
  char *source;
  size_t length;
  char *place; /* FILE:LINE that first asked for it; NULL where nobody said */
  uint32_t options;
  uint32_t groups; /* capture groups without the whole match */
  bool prepared;   /* it has been tried to make machine code of it */
  bool jit;        /* code is machine code too */
  bool anchored;   /* a match begins where the search does */
  bool whole;      /* a search may not be cut into windows: \G, or a verb such as (*COMMIT) */
  bool kept;       /* some extractor compiled it while it was loaded: lives as long as the engine */
  uint64_t call;   /* the last call that compiled it */
} gs_pattern;

typedef struct gs_patterns {
  gs_pattern_memory source; /* where memory comes from */
  gs_pattern *buckets[1024];
  uint32_t passing;      /* patterns in the cache that are not kept */
  uint64_t call;         /* counts the calls of this engine's extractors */
  uint32_t call_count;   /* different patterns that this call compiled */
  bool interpreted;      /* leave the JIT out: for tests */
  pcre2_general_context *memory;
  pcre2_match_context *quick;   /* for matching that is not counted */
  pcre2_match_context *counting;
  pcre2_jit_stack *stack;
  pcre2_match_data *matched; /* of the last match; every match of the engine writes here */
} gs_patterns;

/* GISA_NO_MEMORY or GISA_OK. allocator must outlive the cache. */
gisa_status gs_patterns_open(gs_patterns *patterns, gs_allocator allocator);
void gs_patterns_close(gs_patterns *patterns);

/* A call begins: patterns that earlier calls compiled may be gone behind this. */
void gs_patterns_begin(gs_patterns *patterns);

/* The compiled pattern, from the cache or new. kept as above. NULL with a message (at least 256 bytes) that tells reason and
 * offset: "missing closing parenthesis at offset 7 of 'a(b|c'". Owned by the cache. */
gs_pattern *gs_pattern_compile(gs_patterns *patterns, const char *source, size_t length, uint32_t options, bool kept,
                               char *message, size_t room);

/* Makes machine code of the pattern before it is first matched: that takes longer than to compile it, and most articles meet few of an
 * extractor's patterns. Where it can't be made the pattern stays interpreted. */
void gs_pattern_prepare(gs_patterns *patterns, gs_pattern *pattern);

/* The size of the compiled pattern, in bytes: a measure of the work and the memory that it took, the same on every machine. */
size_t gs_pattern_size(const gs_pattern *pattern);

/* The pattern's counted code; NULL when memory is out. */
const pcre2_code *gs_pattern_counted(gs_patterns *patterns, gs_pattern *pattern);

/* Frees the counted code of all patterns: it is larger than the other, and calls that are counted are rare. */
void gs_patterns_uncount(gs_patterns *patterns);

/* Notes where a pattern was written, "extractor.lua:12: ". Copied; left out when memory is out. */
void gs_pattern_set_place(gs_patterns *patterns, gs_pattern *pattern, const char *place);

#endif
