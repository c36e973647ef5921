/* How far a run is, while it goes on. */
#ifndef BATCH_PROGRESS_H
#define BATCH_PROGRESS_H

#include <stdio.h>

#include "batch/tally.h"

typedef enum batch_progress_kind {
  BATCH_PROGRESS_NONE,
  BATCH_PROGRESS_LINE, /* on a terminal: one line that is written over and over */
  BATCH_PROGRESS_LOG   /* a line every few seconds */
} batch_progress_kind;

typedef struct batch_progress {
  batch_progress_kind kind;
  FILE *stream;
  const _Atomic uint64_t *total; /* documents that there are; shared with the process that counts them; 0 while nobody knows */
  uint64_t begun, shown;         /* batch_now() then */
} batch_progress;

/* Begins; with a kind other than none another process counts the files at paths (NULL-terminated) meanwhile. */
void batch_progress_open(batch_progress *progress, batch_progress_kind kind, FILE *stream, const char *const *paths);

/* Shows how far it is, where the time for that has come. */
void batch_progress_show(batch_progress *progress, const batch_tally *tally);

/* Takes the line away, so that something else can be printed. */
void batch_progress_clear(batch_progress *progress);
void batch_progress_close(batch_progress *progress);

#endif
