/* What the end of a worker is blamed on. */
#ifndef BATCH_BLAME_H
#define BATCH_BLAME_H

#include "batch/worker_process.h"

/* A document that has cost this many workers is given up. */
#define BATCH_STRIKES 3

/* So often may workers end over one chunk without being at one of its documents; then something is wrong that trying again does not cure. */
#define BATCH_LOSSES 16

/* Finds what the worker was at when it ended and excludes it from its chunk, which waits again then. deadline in nanoseconds, for the reason.
 * NULL, or why the run can't go on. */
const char *batch_blame(batch_worker *worker, const batch_ending *ending, uint64_t deadline);

#endif
