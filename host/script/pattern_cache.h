/* Compiled PCRE2 patterns, one for each pattern and flags, shared by the states of an engine. */
#ifndef GS_SCRIPT_PATTERN_CACHE_H
#define GS_SCRIPT_PATTERN_CACHE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "gisa.h"
#include "text/arena.h"

/* Longer patterns are refused: PCRE2's own bound is 64 kB of compiled code with 2-byte links, which a
 * pattern of this length can reach. Word lists belong into `words`. */
#define GS_MAX_PATTERN 32768

/* How many patterns an engine keeps. Extractors that build patterns from text would otherwise grow it without end. */
#define GS_MAX_PATTERNS 8192

typedef struct gs_pattern {
  struct gs_pattern *next; /* in its bucket */
  pcre2_code *code;
  char *source;
  size_t length;
  char *place; /* FILE:LINE that first asked for it; NULL where nobody said */
  uint32_t options;
  uint32_t groups; /* capture groups without the whole match */
} gs_pattern;

typedef struct gs_patterns {
  gs_allocator allocator;
  gs_pattern *buckets[1024];
  uint32_t count;
  pcre2_general_context *memory;
  pcre2_match_context *context;
  pcre2_jit_stack *stack;
  pcre2_match_data *matched; /* of the last match; every match of the engine writes here */
} gs_patterns;

/* GISA_NO_MEMORY or GISA_OK. allocator must outlive the cache. */
gisa_status gs_patterns_open(gs_patterns *patterns, gs_allocator allocator, uint32_t match_steps);
void gs_patterns_close(gs_patterns *patterns);

/* The compiled pattern, from the cache or new. NULL with a message (at least 256 bytes) that tells reason and offset:
 * "missing closing parenthesis at offset 7 of 'a(b|c'". Owned by the cache. */
const gs_pattern *gs_pattern_compile(gs_patterns *patterns, const char *source, size_t length, uint32_t options,
                                     char *message, size_t room);

/* Notes where a pattern was written, "extractor.lua:12: ". Copied; left out when memory is out. */
void gs_pattern_set_place(gs_patterns *patterns, const gs_pattern *pattern, const char *place);

#endif
