#include "batch/tally.h"

#include <time.h>

const char *const batch_status_names[BATCH_STATUSES] = {"ok", "empty", "skipped", "error", "limit"};
const char *const batch_stage_names[BATCH_STAGES] = {"read", "text", "document", "result", "emit"};

static uint64_t read_clock(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

uint64_t batch_now(void) {
  return read_clock(CLOCK_MONOTONIC);
}

uint64_t batch_computed(void) {
  return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

void batch_tally_add(batch_tally *tally, const batch_tally *more) {
  tally->documents += more->documents;
  tally->extracted += more->extracted;
  tally->degraded += more->degraded;
  tally->failed += more->failed;
  tally->up_to_date += more->up_to_date;
  tally->source_bytes += more->source_bytes;
  for (int i = 0; i < BATCH_STAGES; i++) tally->nanoseconds[i] += more->nanoseconds[i];
}

void batch_extractor_tally_add(batch_extractor_tally *tally, const batch_extractor_tally *more) {
  for (int i = 0; i < BATCH_STATUSES; i++) tally->statuses[i] += more->statuses[i];
  tally->records += more->records;
  tally->nanoseconds += more->nanoseconds;
}
