/* Landlock: file rights that a process gives up. */
#ifndef BATCH_LANDLOCK_H
#define BATCH_LANDLOCK_H

#include "batch/job.h"

/* From here on only the job's inputs and the system's libraries can be read, and only below its output folder can files be made. Nothing
 * happens where the kernel has no Landlock. false: it has it and refuses. Wants no_new_privs. */
bool batch_landlock_apply(const batch_job *job);

#endif
