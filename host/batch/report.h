/* What a worker answers to a chunk. On the wire: the length of what follows (u64), the tally, one tally an extractor, the host's failure, the
 * number of failures (u32), the length of the failures (u64) and each of them, the results. */
#ifndef BATCH_REPORT_H
#define BATCH_REPORT_H

#include "batch/bytes.h"
#include "batch/tally.h"

/* Something that went wrong with one document. extractor is "" where it is the document as a whole. */
typedef struct batch_failure {
  const char *path, *extractor, *status, *message;
} batch_failure;

typedef struct batch_report {
  batch_tally tally;
  batch_extractor_tally *extractors; /* in the order of the engine */
  size_t extractor_count;
  char host_failure[256]; /* the host could not write: the run must end. "" for none */
  uint32_t failure_count;
  batch_bytes failures, results;
} batch_report;

bool batch_report_open(batch_report *report, size_t extractor_count);
void batch_report_clear(batch_report *report);
void batch_report_close(batch_report *report);
void batch_report_fail(batch_report *report, const char *path, const char *extractor, const char *status,
                       const char *message);

/* The head of a report: all but the results, which the caller sends behind it. */
void batch_report_head(const batch_report *report, batch_bytes *head);

/* Reads the part behind the length. The reader is left at the first failure; *results points into the bytes that were read. false: no report. */
bool batch_report_read(batch_reader *reader, batch_report *report, const char **results, size_t *result_length);
batch_failure batch_failure_read(batch_reader *reader);

#endif
