/* A worker: a process that takes chunks from a socket, does their documents, and answers with reports. */
#ifndef BATCH_WORKER_H
#define BATCH_WORKER_H

#include "batch/job.h"
#include "batch/slot.h"

/* Serves until the socket ends. Returns the exit status of the process: 0, or 3 where it could not go on. number tells simultaneous workers apart. */
int batch_worker_serve(const batch_job *job, int socket, batch_slot *slot, unsigned number);

#endif
