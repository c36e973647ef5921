/* The parent's side of one worker: its process, its socket, and the chunks that it has. */
#ifndef BATCH_WORKER_PROCESS_H
#define BATCH_WORKER_PROCESS_H

#include <sys/types.h>

#include "batch/chunk.h"
#include "batch/job.h"
#include "batch/slot.h"

/* The chunk that is worked on and one that waits in the socket, so that a worker never waits for the parent. */
#define BATCH_WORKER_CHUNKS 2

typedef struct batch_worker {
  pid_t pid; /* 0: there is none */
  int socket;
  batch_slot *slot;
  batch_chunk *chunks[BATCH_WORKER_CHUNKS];
  unsigned chunk_count;
  batch_bytes requests; /* what is yet to be sent, from sent on */
  size_t sent;
  uint64_t reply_length; /* of the reply that comes in */
  size_t received;       /* of it and of its length */
  uint64_t served;       /* documents that it has done */
  bool unheard;          /* memory is out for its reply */
  bool killed;           /* it hung over the deadline, */
  uint64_t hung_since;   /* with the document that it began then */
} batch_worker;

/* How a worker ended. */
typedef struct batch_ending {
  int status;    /* as from waitpid() */
  long resident; /* most memory that it had resident, in kB */
} batch_ending;

/* Forks a worker. others are workers whose sockets it must not keep open. false with errno. */
bool batch_worker_start(batch_worker *worker, const batch_job *job, const batch_worker *others, unsigned other_count,
                        unsigned number);

/* Puts a chunk behind those that the worker has; there must be room. false: memory is out. */
bool batch_worker_give(batch_worker *worker, batch_chunk *chunk);

/* Sends what is possible without waiting; that the worker is gone shows in the next exchange. */
void batch_worker_send(batch_worker *worker);

/* Sends and receives what is possible without waiting. Whole replies are put into their chunks, which are done then. false: the worker is gone. */
bool batch_worker_exchange(batch_worker *worker);

/* Waits for the end of a worker whose socket is shut or that was killed. */
batch_ending batch_worker_reap(batch_worker *worker);

#endif
