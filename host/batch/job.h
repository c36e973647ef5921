/* What a run is to do: set once before the first worker is forked, the same for all of them. */
#ifndef BATCH_JOB_H
#define BATCH_JOB_H

#include <stdbool.h>

#include "gisa.h"

typedef struct batch_job {
  gisa_engine *engine;
  size_t extractor_count;
  gisa_format format;
  const char *encoding; /* of all sources, or NULL */
  size_t max_bytes;     /* of one source */
  int output;           /* the output folder's descriptor; -1: results go back to the parent */
  bool fsync;           /* results survive a loss of power */
  bool force;           /* results that are up to date are made again */
  bool dry_run;         /* nothing is extracted or written: lines say what would be */
  bool timings;
  bool answers; /* each document gets one line: one that fails an error record, `{"gisa":1,"line":3,"error":"…"}` */
  const char *const *inputs; /* files and folders that workers read, NULL-terminated; NULL: they may read everything */
  bool confined;             /* workers give up their rights, where the kernel can do that */
} batch_job;

/* The file extension of a format, with its dot. */
static inline const char *batch_extension(gisa_format format) {
  return format == GISA_YAML ? ".yaml" : format == GISA_JSON ? ".json" : ".ndjson";
}

#endif
