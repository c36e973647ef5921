#include "script/pattern_cache.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

/* The JIT's stack beside the 32 kB it takes from the machine's: enough for a pattern that recurses through
 * a long paragraph, small enough that many engines fit a process. */
#define JIT_STACK_FIRST ((size_t)32 << 10)
#define JIT_STACK_MOST ((size_t)512 << 10)

/* Groups of any pattern; a match with more is refused at compile time. */
#define MAX_GROUPS 64

/* Backtracking from one start position that is not counted. Shipped patterns stay below a tenth of it. */
#define QUICK_LIMIT 2000

/* Patterns of past calls that stay, so that an extractor which compiles in extract() pays once. */
#define MOST_PASSING 512

/* Compiled code of this size or more could pass PCRE2's 64 kB once callouts are added: each is 6 bytes, and an item 2 or more. */
#define DOUBTFUL_SIZE ((size_t)12 << 10)

static void *take(gs_patterns *patterns, size_t size) { return gs_pattern_take(size, &patterns->source); }

static void give(gs_patterns *patterns, void *block) { gs_pattern_give(block, &patterns->source); }

gisa_status gs_patterns_open(gs_patterns *patterns, gs_allocator allocator) {
  memset(patterns, 0, sizeof *patterns);
  patterns->source.allocator = allocator;
  patterns->memory = pcre2_general_context_create(gs_pattern_take, gs_pattern_give, &patterns->source);
  if (patterns->memory == NULL) return GISA_NO_MEMORY;
  patterns->quick = pcre2_match_context_create(patterns->memory);
  patterns->counting = pcre2_match_context_create(patterns->memory);
  patterns->stack = pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MOST, patterns->memory);
  patterns->matched = pcre2_match_data_create(MAX_GROUPS + 1, patterns->memory);
  if (patterns->quick == NULL || patterns->counting == NULL || patterns->matched == NULL) {
    gs_patterns_close(patterns);
    return GISA_NO_MEMORY;
  }
  pcre2_set_match_limit(patterns->quick, QUICK_LIMIT);
  pcre2_set_match_limit(patterns->counting, UINT32_MAX); /* the callouts count */
  pcre2_set_depth_limit(patterns->counting, UINT32_MAX);
  /* No stack means no JIT on this machine; the interpreter then does the work. */
  if (patterns->stack != NULL) {
    pcre2_jit_stack_assign(patterns->quick, NULL, patterns->stack);
    pcre2_jit_stack_assign(patterns->counting, NULL, patterns->stack);
  }
  return GISA_OK;
}

static void free_pattern(gs_patterns *patterns, gs_pattern *pattern) {
  pcre2_code_free(pattern->code);
  pcre2_code_free(pattern->counted);
  give(patterns, pattern->source);
  give(patterns, pattern->place);
  give(patterns, pattern);
}

/* Frees the patterns that are not kept, or all. */
static void sweep(gs_patterns *patterns, bool all) {
  for (size_t b = 0; b < sizeof patterns->buckets / sizeof patterns->buckets[0]; b++) {
    gs_pattern **link = &patterns->buckets[b];
    while (*link != NULL) {
      gs_pattern *pattern = *link;
      if (pattern->kept && !all) {
        link = &pattern->next;
      } else {
        *link = pattern->next;
        free_pattern(patterns, pattern);
      }
    }
  }
  patterns->passing = 0;
}

void gs_patterns_close(gs_patterns *patterns) {
  sweep(patterns, true);
  pcre2_match_data_free(patterns->matched);
  pcre2_jit_stack_free(patterns->stack);
  pcre2_match_context_free(patterns->quick);
  pcre2_match_context_free(patterns->counting);
  pcre2_general_context_free(patterns->memory);
  memset(patterns, 0, sizeof *patterns);
}

void gs_patterns_begin(gs_patterns *patterns) {
  patterns->call++;
  patterns->call_count = 0;
  if (patterns->passing > MOST_PASSING) sweep(patterns, false);
}

/* FNV-1a: spreads short keys well and is three lines. */
static uint32_t hash(const char *bytes, size_t length, uint32_t options) {
  uint32_t h = 2166136261u ^ options;
  for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)bytes[i]) * 16777619u;
  return h;
}

static pcre2_code *compile(gs_patterns *patterns, const char *source, size_t length, uint32_t options, int *error,
                           PCRE2_SIZE *offset) {
  *offset = 0;
  *error = PCRE2_ERROR_NOMEMORY;
  pcre2_compile_context *context = pcre2_compile_context_create(patterns->memory);
  if (context == NULL) return NULL;
  /* \C could split a code point, and a span may not. */
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)source, length, options | PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C, error,
                                   offset, context);
  pcre2_compile_context_free(context);
  return code;
}

/* Where the JIT cannot (a construct it lacks, no executable memory) the interpreter runs the pattern. NULL, and code freed, where
 * memory ran out on the way. */
static pcre2_code *speed_up(gs_patterns *patterns, pcre2_code *code) {
  size_t size = 0;
  pcre2_pattern_info(code, PCRE2_INFO_SIZE, &size);
  if (patterns->interpreted || !gs_pattern_set_aside(&patterns->source, size)) return code;
  (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  if (gs_pattern_ran_out(&patterns->source)) {
    pcre2_code_free(code);
    code = NULL;
  }
  gs_pattern_give_back(&patterns->source);
  return code;
}

/* false with a message for a pattern that is within PCRE2's bounds but not within these. */
static bool is_bounded(gs_patterns *patterns, const gs_pattern *pattern, char *message, size_t room) {
  int error;
  PCRE2_SIZE offset;
  if (pattern->groups > MAX_GROUPS) {
    snprintf(message, room, "bad pattern: %u groups, over the limit of %d; use (?:…) for those that are not read",
             pattern->groups, MAX_GROUPS);
    return false;
  }
  if (gs_pattern_size(pattern) < DOUBTFUL_SIZE) return true;
  pcre2_code *counted = compile(patterns, pattern->source, pattern->length, pattern->options | PCRE2_AUTO_CALLOUT, &error, &offset);
  if (counted == NULL) snprintf(message, room, "bad pattern: it is too large once compiled; put lists of words into `words`");
  pcre2_code_free(counted);
  return counted != NULL;
}

/* Code points of a pattern that are shown on each side of a mistake in it. */
#define SHOWN 30

/* The reason, the pattern around the offset, and a caret below it: Hangul takes two columns of a terminal. */
static void complain(char *message, size_t room, const char *reason, const char *source, size_t length, size_t offset) {
  size_t start = offset, stop = offset, at;
  for (int n = 0; n < SHOWN && start > 0; n++)
    do start--; while (start > 0 && ((unsigned char)source[start] & 0xC0) == 0x80);
  for (int n = 0; n < SHOWN && stop < length; n++)
    do stop++; while (stop < length && ((unsigned char)source[stop] & 0xC0) == 0x80);
  int columns = start > 0 ? 1 : 0;
  for (at = start; at < offset;) {
    utf8proc_int32_t code;
    utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)source + at, (utf8proc_ssize_t)(offset - at), &code);
    if (step <= 0) break;
    columns += code < ' ' ? 1 : utf8proc_charwidth(code);
    at += (size_t)step;
  }
  int used = snprintf(message, room, "bad pattern: %s at offset %zu\n    ", reason, offset), line = used;
  used += snprintf(message + used, room - (size_t)used, "%s%.*s%s", start > 0 ? "…" : "", (int)(stop - start), source + start,
                   stop < length ? "…" : "");
  for (char *c = message + line; *c != '\0'; c++)
    if (*c == '\n' || *c == '\t') *c = ' ';
  snprintf(message + used, room - (size_t)used, "\n    %*s^", columns, "");
}

static gs_pattern *new_pattern(gs_patterns *patterns, const char *source, size_t length, uint32_t options, char *message,
                               size_t room) {
  int error;
  PCRE2_SIZE offset;
  pcre2_code *code = compile(patterns, source, length, options, &error, &offset);
  if (code == NULL && error != PCRE2_ERROR_NOMEMORY && error != PCRE2_ERROR_HEAP_FAILED) {
    char reason[160];
    pcre2_get_error_message(error, (PCRE2_UCHAR *)reason, sizeof reason);
    complain(message, room, reason, source, length, offset);
    return NULL;
  }
  gs_pattern *pattern = take(patterns, sizeof *pattern);
  char *copy = take(patterns, length + 1);
  if (code == NULL || pattern == NULL || copy == NULL) {
    give(patterns, pattern);
    give(patterns, copy);
    pcre2_code_free(code);
    snprintf(message, room, "out of memory");
    return NULL;
  }
  memcpy(copy, source, length);
  copy[length] = '\0';
  *pattern = (gs_pattern){.code = code, .source = copy, .length = length, .options = options & ~PCRE2_USE_OFFSET_LIMIT};
  pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &pattern->groups);
  uint32_t found = 0;
  pattern->anchored = pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &found) == 0 && (found & PCRE2_ANCHORED) != 0;
  pattern->whole = memmem(source, length, "(*", 2) != NULL || memmem(source, length, "\\G", 2) != NULL;
  if (!is_bounded(patterns, pattern, message, room)) {
    free_pattern(patterns, pattern);
    return NULL;
  }
  return pattern;
}

gs_pattern *gs_pattern_compile(gs_patterns *patterns, const char *source, size_t length, uint32_t options, bool kept,
                               char *message, size_t room) {
  if (length > GS_MAX_PATTERN) {
    snprintf(message, room, "bad pattern: %zu bytes, over the limit of %d", length, GS_MAX_PATTERN);
    return NULL;
  }
  gs_pattern **bucket =
      &patterns->buckets[hash(source, length, options) % (sizeof patterns->buckets / sizeof patterns->buckets[0])];
  gs_pattern *pattern = *bucket;
  while (pattern != NULL &&
         (pattern->length != length || pattern->options != options || memcmp(pattern->source, source, length) != 0))
    pattern = pattern->next;
  if (pattern == NULL) {
    pattern = new_pattern(patterns, source, length, options | PCRE2_USE_OFFSET_LIMIT, message, room);
    if (pattern == NULL) return NULL;
    pattern->next = *bucket;
    *bucket = pattern;
    patterns->passing++;
  }
  if (kept && !pattern->kept) {
    pattern->kept = true;
    patterns->passing--;
  }
  return pattern;
}

void gs_pattern_prepare(gs_patterns *patterns, gs_pattern *pattern) {
  size_t machine_code = 0;
  pattern->prepared = true;
  /* A copy, since what the JIT leaves where memory runs out must be thrown away. */
  pcre2_code *code = patterns->interpreted ? NULL : pcre2_code_copy(pattern->code);
  if (code != NULL) code = speed_up(patterns, code);
  if (code == NULL) return;
  pcre2_code_free(pattern->code);
  pattern->code = code;
  pattern->jit = pcre2_pattern_info(code, PCRE2_INFO_JITSIZE, &machine_code) == 0 && machine_code > 0;
}

size_t gs_pattern_size(const gs_pattern *pattern) {
  size_t size = 0;
  pcre2_pattern_info(pattern->code, PCRE2_INFO_SIZE, &size);
  return size;
}

const pcre2_code *gs_pattern_counted(gs_patterns *patterns, gs_pattern *pattern) {
  int error;
  PCRE2_SIZE offset;
  if (pattern->counted == NULL) {
    pattern->counted =
        compile(patterns, pattern->source, pattern->length, pattern->options | PCRE2_AUTO_CALLOUT, &error, &offset);
    if (pattern->counted != NULL) pattern->counted = speed_up(patterns, pattern->counted);
  }
  return pattern->counted;
}

void gs_patterns_uncount(gs_patterns *patterns) {
  for (size_t b = 0; b < sizeof patterns->buckets / sizeof patterns->buckets[0]; b++)
    for (gs_pattern *pattern = patterns->buckets[b]; pattern != NULL; pattern = pattern->next) {
      pcre2_code_free(pattern->counted);
      pattern->counted = NULL;
    }
}

void gs_pattern_set_place(gs_patterns *patterns, gs_pattern *pattern, const char *place) {
  size_t size = strlen(place) + 1;
  char *copy = take(patterns, size);
  if (copy == NULL) return;
  memcpy(copy, place, size);
  give(patterns, pattern->place);
  pattern->place = copy;
}
