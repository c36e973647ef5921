/* Where failures are told: as text on standard error, or as NDJSON in a file. */
#ifndef BATCH_FAILURES_H
#define BATCH_FAILURES_H

#include <stdio.h>

#include "batch/report.h"
#include "text/arena.h"

typedef struct batch_failures {
  FILE *stream;
  bool json;
  gs_arena arena;
} batch_failures;

/* path NULL: text on standard error. false with errno. */
bool batch_failures_open(batch_failures *failures, const char *path);

/* 0, or the number of an error. */
int batch_failures_add(batch_failures *failures, const batch_failure *failure);
int batch_failures_close(batch_failures *failures);

#endif
