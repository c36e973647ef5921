#include "batch/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool batch_report_open(batch_report *report, size_t extractor_count) {
  *report = (batch_report){.extractor_count = extractor_count};
  report->extractors = calloc(extractor_count + 1, sizeof *report->extractors);
  return report->extractors != NULL;
}

void batch_report_clear(batch_report *report) {
  report->tally = (batch_tally){0};
  memset(report->extractors, 0, report->extractor_count * sizeof *report->extractors);
  report->host_failure[0] = '\0';
  report->failure_count = 0;
  report->failures.length = report->results.length = 0;
  report->failures.failed = report->results.failed = false;
}

void batch_report_close(batch_report *report) {
  free(report->extractors);
  batch_bytes_free(&report->failures);
  batch_bytes_free(&report->results);
}

void batch_report_fail(batch_report *report, const char *path, const char *extractor, const char *status,
                       const char *message) {
  const char *const words[] = {path, extractor, status, message};
  for (int i = 0; i < 4; i++) batch_bytes_add_string(&report->failures, words[i], strlen(words[i]));
  report->failure_count++;
}

void batch_report_head(const batch_report *report, batch_bytes *head) {
  size_t extractors = report->extractor_count * sizeof *report->extractors;
  batch_bytes_add_u64(head, 0);
  batch_bytes_add(head, &report->tally, sizeof report->tally);
  batch_bytes_add(head, report->extractors, extractors);
  batch_bytes_add_string(head, report->host_failure, strlen(report->host_failure));
  batch_bytes_add_u32(head, report->failure_count);
  batch_bytes_add_u64(head, report->failures.length);
  batch_bytes_add(head, report->failures.data, report->failures.length);
  uint64_t length = head->length - sizeof length + report->results.length;
  if (!head->failed) memcpy(head->data, &length, sizeof length);
}

static void read_into(batch_reader *reader, void *to, size_t size) {
  if (reader->broken || (size_t)(reader->end - reader->at) < size) {
    reader->broken = true;
    return;
  }
  memcpy(to, reader->at, size);
  reader->at += size;
}

bool batch_report_read(batch_reader *reader, batch_report *report, const char **results, size_t *result_length) {
  read_into(reader, &report->tally, sizeof report->tally);
  read_into(reader, report->extractors, report->extractor_count * sizeof *report->extractors);
  snprintf(report->host_failure, sizeof report->host_failure, "%s", batch_read_string(reader, NULL));
  report->failure_count = batch_read_u32(reader);
  uint64_t failures = batch_read_u64(reader);
  if (reader->broken || failures > (size_t)(reader->end - reader->at)) return false;
  *results = reader->at + failures;
  *result_length = (size_t)(reader->end - *results);
  return true;
}

batch_failure batch_failure_read(batch_reader *reader) {
  batch_failure failure;
  failure.path = batch_read_string(reader, NULL);
  failure.extractor = batch_read_string(reader, NULL);
  failure.status = batch_read_string(reader, NULL);
  failure.message = batch_read_string(reader, NULL);
  return failure;
}
