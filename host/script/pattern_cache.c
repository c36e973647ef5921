#include "script/pattern_cache.h"

#include <stdio.h>
#include <string.h>

/* The JIT's stack beside the 32 kB it takes from the machine's: enough for a pattern that recurses through
 * a long paragraph, small enough that many engines fit a process. */
#define JIT_STACK_FIRST ((size_t)32 << 10)
#define JIT_STACK_MOST ((size_t)512 << 10)

/* Groups of any pattern; a match with more is refused at compile time. */
#define MAX_GROUPS 64

static void *take(size_t size, void *context) {
  const gs_allocator *allocator = context;
  return allocator->resize(allocator->context, NULL, size);
}

static void give(void *block, void *context) {
  const gs_allocator *allocator = context;
  if (block != NULL) allocator->resize(allocator->context, block, 0);
}

gisa_status gs_patterns_open(gs_patterns *patterns, gs_allocator allocator, uint32_t match_steps) {
  memset(patterns, 0, sizeof *patterns);
  patterns->allocator = allocator;
  patterns->memory = pcre2_general_context_create(take, give, &patterns->allocator);
  if (patterns->memory == NULL) return GISA_NO_MEMORY;
  patterns->context = pcre2_match_context_create(patterns->memory);
  patterns->stack = pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MOST, patterns->memory);
  patterns->matched = pcre2_match_data_create(MAX_GROUPS + 1, patterns->memory);
  if (patterns->context == NULL || patterns->matched == NULL) {
    gs_patterns_close(patterns);
    return GISA_NO_MEMORY;
  }
  pcre2_set_match_limit(patterns->context, match_steps);
  /* No stack means no JIT on this machine; the interpreter then does the work. */
  if (patterns->stack != NULL) pcre2_jit_stack_assign(patterns->context, NULL, patterns->stack);
  return GISA_OK;
}

static void free_pattern(gs_patterns *patterns, gs_pattern *pattern) {
  pcre2_code_free(pattern->code);
  give(pattern->source, &patterns->allocator);
  give(pattern->place, &patterns->allocator);
  give(pattern, &patterns->allocator);
}

void gs_patterns_close(gs_patterns *patterns) {
  for (size_t b = 0; b < sizeof patterns->buckets / sizeof patterns->buckets[0]; b++) {
    for (gs_pattern *next, *p = patterns->buckets[b]; p != NULL; p = next) {
      next = p->next;
      free_pattern(patterns, p);
    }
    patterns->buckets[b] = NULL;
  }
  pcre2_match_data_free(patterns->matched);
  pcre2_jit_stack_free(patterns->stack);
  pcre2_match_context_free(patterns->context);
  pcre2_general_context_free(patterns->memory);
  patterns->matched = NULL;
  patterns->stack = NULL;
  patterns->context = NULL;
  patterns->memory = NULL;
}

/* FNV-1a: spreads short keys well and is three lines. */
static uint32_t hash(const char *bytes, size_t length, uint32_t options) {
  uint32_t h = 2166136261u ^ options;
  for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)bytes[i]) * 16777619u;
  return h;
}

static pcre2_code *compile(gs_patterns *patterns, const char *source, size_t length, uint32_t options, char *message,
                           size_t room) {
  int error;
  PCRE2_SIZE offset;
  pcre2_compile_context *context = pcre2_compile_context_create(patterns->memory);
  if (context == NULL) {
    snprintf(message, room, "out of memory");
    return NULL;
  }
  /* \C could split a code point, and a span may not. */
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)source, length, options | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C, &error,
                                   &offset, context);
  pcre2_compile_context_free(context);
  if (code == NULL) {
    char reason[160];
    pcre2_get_error_message(error, (PCRE2_UCHAR *)reason, sizeof reason);
    snprintf(message, room, "bad pattern: %s at offset %zu of '%.*s'", reason, offset,
             (int)(length > 120 ? 120 : length), source);
    return NULL;
  }
  uint32_t groups = 0;
  pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
  if (groups > MAX_GROUPS) {
    pcre2_code_free(code);
    snprintf(message, room, "bad pattern: %u groups, over the limit of %d; use (?:…) for those that are not read",
             groups, MAX_GROUPS);
    return NULL;
  }
  /* Where the JIT cannot (a construct it lacks, no executable memory) the interpreter runs the pattern. */
  (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  return code;
}

const gs_pattern *gs_pattern_compile(gs_patterns *patterns, const char *source, size_t length, uint32_t options,
                                     char *message, size_t room) {
  gs_pattern **bucket =
      &patterns->buckets[hash(source, length, options) % (sizeof patterns->buckets / sizeof patterns->buckets[0])];
  for (gs_pattern *p = *bucket; p != NULL; p = p->next)
    if (p->length == length && p->options == options && memcmp(p->source, source, length) == 0) return p;
  if (length > GS_MAX_PATTERN) {
    snprintf(message, room, "bad pattern: %zu bytes, over the limit of %d", length, GS_MAX_PATTERN);
    return NULL;
  }
  if (patterns->count >= GS_MAX_PATTERNS) {
    snprintf(message, room, "more than %d different patterns; do not build patterns from text", GS_MAX_PATTERNS);
    return NULL;
  }
  pcre2_code *code = compile(patterns, source, length, options, message, room);
  if (code == NULL) return NULL;
  gs_pattern *pattern = take(sizeof *pattern, &patterns->allocator);
  char *copy = take(length + 1, &patterns->allocator);
  if (pattern == NULL || copy == NULL) {
    give(pattern, &patterns->allocator);
    give(copy, &patterns->allocator);
    pcre2_code_free(code);
    snprintf(message, room, "out of memory");
    return NULL;
  }
  memcpy(copy, source, length);
  copy[length] = '\0';
  *pattern = (gs_pattern){.next = *bucket, .code = code, .source = copy, .length = length, .options = options};
  pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &pattern->groups);
  *bucket = pattern;
  patterns->count++;
  return pattern;
}

void gs_pattern_set_place(gs_patterns *patterns, const gs_pattern *pattern, const char *place) {
  size_t size = strlen(place) + 1;
  char *copy = take(size, &patterns->allocator);
  if (copy == NULL) return;
  memcpy(copy, place, size);
  give(pattern->place, &patterns->allocator);
  /* The pattern is the cache's own; its readers get it as const. */
  ((gs_pattern *)pattern)->place = copy;
}
