/* Processes that a run forks: workers, and the readers of archives. */
#ifndef BATCH_CHILD_H
#define BATCH_CHILD_H

#include <sys/types.h>

/* The first thing that a forked process does: it ends with its parent and leaves signals to it. */
void batch_child_begin(pid_t parent);

#endif
