/* What a reader should know about a document beside its result: repairs that were
 * made, input that was left out. A diagnostic never stops the document. */
#ifndef GS_TEXT_DIAGNOSTIC_H
#define GS_TEXT_DIAGNOSTIC_H

#include <stdint.h>

#include "text/arena.h"

/* One diagnostic. start and stop are byte offsets into the source, stop
 * excluded; both are GS_NOWHERE where no place can be given. */
typedef struct gs_diagnostic {
  const char *stage;   /* "encoding", "text", "front-matter", "layout", an extractor's name; static or in the arena */
  const char *message; /* one line of UTF-8, no full stop at its end; in the arena */
  uint32_t start, stop;
  struct gs_diagnostic *next;
} gs_diagnostic;

#define GS_NOWHERE UINT32_MAX

/* In the order in which they were found. At most GS_MAX_DIAGNOSTICS are kept a
 * document (a file of NUL bytes must not make a result larger than itself); the
 * rest are counted in dropped. */
#define GS_MAX_DIAGNOSTICS 64

typedef struct gs_diagnostics {
  gs_arena *arena;
  gs_diagnostic *first, *last;
  uint32_t count, dropped;
} gs_diagnostics;

void gs_diagnostics_init(gs_diagnostics *diagnostics, gs_arena *arena);

/* Adds one with a printf-style message. Out of memory it counts the message as dropped. */
void gs_diagnose(gs_diagnostics *diagnostics, const char *stage, uint32_t start, uint32_t stop, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

#endif
