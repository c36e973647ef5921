#include "batch/summary.h"

#include <inttypes.h>
#include <stdlib.h>

bool batch_summary_open(batch_summary *summary, const gisa_engine *engine, size_t extractor_count) {
  *summary = (batch_summary){.engine = engine, .extractor_count = extractor_count};
  summary->extractors = calloc(extractor_count + 1, sizeof *summary->extractors);
  return summary->extractors != NULL;
}

void batch_summary_add(batch_summary *summary, const batch_report *report) {
  batch_tally_add(&summary->tally, &report->tally);
  for (size_t i = 0; i < summary->extractor_count; i++)
    batch_extractor_tally_add(&summary->extractors[i], &report->extractors[i]);
}

void batch_summary_close(batch_summary *summary) {
  free(summary->extractors);
}

static void print_extractors(const batch_summary *summary, FILE *stream, bool timings) {
  gisa_extractor_info info;
  fprintf(stream, "  %-14s %9s %9s %9s %9s %9s %10s", "extractor", "ok", "empty", "skipped", "error", "limit", "records");
  fprintf(stream, timings ? " %10s\n" : "\n", "us/article");
  double documents = (double)(summary->tally.extracted + summary->tally.degraded);
  for (size_t i = 0; i < summary->extractor_count && gisa_engine_extractor(summary->engine, i, &info) != 0; i++) {
    const batch_extractor_tally *tally = &summary->extractors[i];
    fprintf(stream, "  %-14s", info.name);
    for (int s = 0; s < BATCH_STATUSES; s++) fprintf(stream, " %9" PRIu64, tally->statuses[s]);
    fprintf(stream, " %10" PRIu64, tally->records);
    if (timings) fprintf(stream, " %10.2f", documents > 0 ? (double)tally->nanoseconds / 1e3 / documents : 0);
    fputc('\n', stream);
  }
}

static void print_stages(const batch_summary *summary, FILE *stream) {
  double documents = (double)(summary->tally.extracted + summary->tally.degraded);
  fputs("  us/article:", stream);
  for (int i = 0; i < BATCH_STAGES; i++)
    fprintf(stream, " %s %.2f", batch_stage_names[i],
            documents > 0 ? (double)summary->tally.nanoseconds[i] / 1e3 / documents : 0);
  fprintf(stream, "; %.1f MB resident a worker at most\n", (double)summary->peak / 1024);
}

void batch_summary_print(const batch_summary *summary, FILE *stream, bool timings) {
  const batch_tally *t = &summary->tally;
  fprintf(stream, "%" PRIu64 " articles in %.2f s (%.0f/s, %.1f MB/s): %" PRIu64 " extracted, %" PRIu64
                  " up to date, %" PRIu64 " lack records, %" PRIu64 " failed\n",
          t->documents, summary->seconds, summary->seconds > 0 ? (double)t->documents / summary->seconds : 0,
          summary->seconds > 0 ? (double)t->source_bytes / 1e6 / summary->seconds : 0, t->extracted, t->up_to_date,
          t->degraded, t->failed);
  if (summary->lost > 0) fprintf(stream, "%" PRIu64 " workers hung or died and were replaced\n", summary->lost);
  print_extractors(summary, stream, timings);
  if (timings) print_stages(summary, stream);
}

void batch_summary_print_json(const batch_summary *summary, FILE *stream) {
  const batch_tally *t = &summary->tally;
  gisa_extractor_info info;
  fprintf(stream, "{\"documents\":%" PRIu64 ",\"extracted\":%" PRIu64 ",\"up_to_date\":%" PRIu64 ",\"degraded\":%" PRIu64
                  ",\"failed\":%" PRIu64 ",\"bytes\":%" PRIu64 ",\"seconds\":%.6f,\"workers_lost\":%" PRIu64
                  ",\"worker_kb\":%ld,\"stages\":{",
          t->documents, t->extracted, t->up_to_date, t->degraded, t->failed, t->source_bytes, summary->seconds, summary->lost,
          summary->peak);
  for (int i = 0; i < BATCH_STAGES; i++)
    fprintf(stream, "%s\"%s\":%.6f", i > 0 ? "," : "", batch_stage_names[i], (double)t->nanoseconds[i] / 1e9);
  fputs("},\"extractors\":{", stream);
  for (size_t i = 0; i < summary->extractor_count && gisa_engine_extractor(summary->engine, i, &info) != 0; i++) {
    const batch_extractor_tally *e = &summary->extractors[i];
    fprintf(stream, "%s\"%s\":{\"seconds\":%.6f,\"records\":%" PRIu64, i > 0 ? "," : "", info.name,
            (double)e->nanoseconds / 1e9, e->records);
    for (int s = 0; s < BATCH_STATUSES; s++) fprintf(stream, ",\"%s\":%" PRIu64, batch_status_names[s], e->statuses[s]);
    fputc('}', stream);
  }
  fputs("}}\n", stream);
}
