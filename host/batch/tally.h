/* What was done, counted: by workers for a chunk, by the parent for the run. */
#ifndef BATCH_TALLY_H
#define BATCH_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of gisa's statuses: ok, empty, skipped, error, limit. */
#define BATCH_STATUSES 5
extern const char *const batch_status_names[BATCH_STATUSES];

typedef enum batch_stage { BATCH_READ, BATCH_TEXT, BATCH_PARTS, BATCH_RESULT, BATCH_EMIT, BATCH_STAGES } batch_stage;
extern const char *const batch_stage_names[BATCH_STAGES];

typedef struct batch_extractor_tally {
  uint64_t statuses[BATCH_STATUSES], records, nanoseconds;
} batch_extractor_tally;

typedef struct batch_tally {
  uint64_t documents;  /* all that was asked for: the sum of the next four */
  uint64_t extracted;  /* with every extractor */
  uint64_t degraded;   /* extracted, but an extractor failed */
  uint64_t failed;     /* no result */
  uint64_t up_to_date; /* passed over */
  uint64_t source_bytes;
  uint64_t nanoseconds[BATCH_STAGES]; /* beside the extractors; 0 where nobody asked */
} batch_tally;

/* A clock for spans of time, in nanoseconds. */
uint64_t batch_now(void);

/* The time that this process has computed, in nanoseconds: what stages are measured in, so that a busy machine does not change it. */
uint64_t batch_computed(void);

void batch_tally_add(batch_tally *tally, const batch_tally *more);
void batch_extractor_tally_add(batch_extractor_tally *tally, const batch_extractor_tally *more);

#endif
