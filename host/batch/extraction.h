/* One document on its way through a worker: read, looked up, extracted, written. */
#ifndef BATCH_EXTRACTION_H
#define BATCH_EXTRACTION_H

#include "batch/chunk.h"
#include "batch/job.h"
#include "batch/json_line.h"
#include "batch/report.h"
#include "batch/slot.h"
#include "text/arena.h"

typedef struct batch_extraction {
  const batch_job *job;
  batch_slot *slot;
  unsigned number; /* the worker's */
  gs_arena source;
  const batch_document *document; /* the one at hand */
  batch_json_line line; /* the record that the source is the text of */
  batch_bytes written; /* the result on its way into a file */
  batch_report report;
  /* Timing: the stage that runs, and since when. */
  uint64_t *running, since;
} batch_extraction;

bool batch_extraction_open(batch_extraction *extraction, const batch_job *job, batch_slot *slot, unsigned number);
void batch_extraction_close(batch_extraction *extraction);

/* Does one document and counts it in the report. Of exclusions those count that name the document at place. */
void batch_extract(batch_extraction *extraction, const batch_document *document, uint32_t place,
                   const batch_exclusion *exclusions, uint32_t exclusion_count);

#endif
