/* The supervisor: it forks workers, hands them chunks, watches the clock, and finishes what a worker leaves behind.
 *
 * A worker that hangs over the deadline or dies costs the extractor that ran its records of that one document: the chunk goes to another worker with
 * the extractor excluded. A document that has cost three workers is given up. */
#ifndef BATCH_SUPERVISOR_H
#define BATCH_SUPERVISOR_H

#include "batch/chunk.h"
#include "batch/job.h"
#include "batch/slot.h"

/* More workers than any machine that we know has cores. */
#define BATCH_MAX_WORKERS 256

typedef struct batch_worker batch_worker;

typedef struct batch_supervisor {
  const batch_job *job;
  uint64_t deadline; /* nanoseconds that a document may take */
  unsigned worker_count;
  batch_worker *workers;
  batch_slot *slots;   /* shared with the workers */
  uint64_t awake_from; /* documents' clocks start here at the earliest: see watch_clock */
  uint64_t lost;       /* workers that hung or died */
  long peak;           /* most memory that a worker that has ended had resident, in kB */
  char message[160];   /* why nothing goes on */
} batch_supervisor;

/* false: no memory. Forks nothing yet. */
bool batch_supervisor_open(batch_supervisor *supervisor, const batch_job *job, unsigned workers, uint64_t deadline);

/* Ends the workers, in peace where they are idle, and reaps them. */
void batch_supervisor_close(batch_supervisor *supervisor);

/* Gives waiting chunks of the list to workers that have room, forking some where they are few. */
bool batch_supervisor_deal(batch_supervisor *supervisor, batch_chunk *chunks);

/* Waits until something has happened (a reply, a death, a deadline, input at the descriptor waited_for unless that is -1, a signal, or milliseconds
 * unless that is -1) and deals with it. 1: waited_for has input; 0: anything else; -1: nothing goes on, see message. */
int batch_supervisor_wait(batch_supervisor *supervisor, int waited_for, int milliseconds);

/* What is at work, for a progress line. */
unsigned batch_supervisor_running(const batch_supervisor *supervisor);

#endif
