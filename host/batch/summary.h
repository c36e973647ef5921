/* What a run did, at its end. */
#ifndef BATCH_SUMMARY_H
#define BATCH_SUMMARY_H

#include <stdio.h>

#include "batch/report.h"
#include "gisa.h"

typedef struct batch_summary {
  const gisa_engine *engine;
  batch_tally tally;
  batch_extractor_tally *extractors; /* in the engine's order */
  size_t extractor_count;
  double seconds;
  uint64_t lost; /* workers */
  long peak;     /* of a worker, kB */
} batch_summary;

bool batch_summary_open(batch_summary *summary, const gisa_engine *engine, size_t extractor_count);
void batch_summary_add(batch_summary *summary, const batch_report *report);
void batch_summary_close(batch_summary *summary);

/* For a person; timings: with the time of each stage and extractor. */
void batch_summary_print(const batch_summary *summary, FILE *stream, bool timings);

/* The same as one JSON object on a line. */
void batch_summary_print_json(const batch_summary *summary, FILE *stream);

#endif
