/* What workers, and the readers of archives, give up before they see the first byte of a document.
 *
 * Threat: a bug in the Lua VM, PCRE2 or another library lets a document or an extractor run code of its own in a worker. Then the worker may still
 * compute, read what the run reads and write below the output folder; it can't reach the network, start a program, signal or trace another
 * process, or create or change files elsewhere. The parent keeps its rights, since it writes output and starts workers: it finds files, cuts
 * NDJSON at newlines, reads an `id` there with jansson where records become files, and takes what workers and readers write to it, which it
 * checks for bounds but believes. Articles on standard input and behind symbolic links are read there and passed on unseen. Where the kernel
 * lacks a part, the others are used; `gisa version` tells. */
#ifndef BATCH_CONFINE_H
#define BATCH_CONFINE_H

#include <stdbool.h>

#include "batch/job.h"

/* The Landlock version of this kernel, 0 for none. */
int batch_landlock_version(void);
/* Whether this kernel filters system calls. */
bool batch_has_seccomp(void);

/* Sets the limits and, unless the job says otherwise, gives up rights. false: the kernel has a part and refuses it. */
bool batch_confine(const batch_job *job);

#endif
