/* What a script tries, for somebody who asks why it found nothing. Costs one test of a pointer a match when nobody asks. */
#ifndef GS_SCRIPT_TRACE_H
#define GS_SCRIPT_TRACE_H

#include <stdbool.h>

#include "script/bindings.h"
#include "script/pattern_cache.h"

/* One search of a pattern. Nothing of it outlives the call it is reported in. */
typedef struct gs_try {
  const gs_pattern *pattern;
  const gs_subject *subject;
  size_t from;          /* where in the subject the search began */
  const size_t *groups; /* start and stop of the match; NULL for none */
  const char *path;     /* of the script's line that asked */
  int line;
} gs_try;

typedef struct gs_trace {
  void (*tried)(void *context, const gs_try *attempt);
  void *context;
} gs_trace;

/* Reports a search that the binding at the top of the Lua stack has just made. */
void gs_trace_match(lua_State *lua, const gs_trace *trace, const gs_pattern *pattern, const gs_subject *subject,
                    size_t from, const size_t *groups);

/* How far the best attempt of a search got that found nothing. */
typedef struct gs_near_miss {
  size_t start, reached; /* in the subject: where the attempt began, and the end of what fitted */
  size_t needed;         /* in the pattern: the item that did not fit behind it */
  size_t needed_stop;    /* and its end */
} gs_near_miss;

/* Searches again, watching every step, for attempts that begin in [from, until] of the subject: what took the most bytes of it counts. false
 * where nothing fitted at all, or memory is out. */
bool gs_near_miss_find(const gs_pattern *pattern, const char *subject, size_t length, size_t from, size_t until,
                       gs_near_miss *miss);

#endif
