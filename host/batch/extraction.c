#include "batch/extraction.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "batch/answer.h"
#include "batch/freshness.h"
#include "batch/output.h"
#include "document/source.h"

/* Ends the stage that runs and begins another, whose time is counted in *stage; NULL for none. */
static void pass(batch_extraction *x, uint64_t *stage) {
  if (!x->job->timings) return;
  uint64_t now = batch_computed();
  if (x->running != NULL) *x->running += now - x->since;
  x->running = stage;
  x->since = now;
}

static void watch(void *context, gisa_stage stage, size_t extractor) {
  batch_extraction *x = context;
  uint64_t *stages = x->report.tally.nanoseconds;
  bool inside = stage == GISA_STAGE_EXTRACTOR;
  atomic_store_explicit(&x->slot->extractor, inside ? (uint32_t)extractor : BATCH_WHOLE, memory_order_relaxed);
  switch (stage) {
  case GISA_STAGE_TEXT: pass(x, &stages[BATCH_TEXT]); break;
  case GISA_STAGE_DOCUMENT: pass(x, &stages[BATCH_PARTS]); break;
  case GISA_STAGE_EXTRACTOR: pass(x, &x->report.extractors[extractor].nanoseconds); break;
  case GISA_STAGE_RESULT: pass(x, &stages[BATCH_RESULT]); break;
  case GISA_STAGE_NONE: pass(x, NULL); break;
  }
}

bool batch_extraction_open(batch_extraction *x, const batch_job *job, batch_slot *slot, unsigned number) {
  *x = (batch_extraction){.job = job, .slot = slot, .number = number};
  gs_arena_init(&x->source, gs_heap);
  gisa_engine_watch(job->engine, watch, x);
  return batch_report_open(&x->report, job->extractor_count);
}

void batch_extraction_close(batch_extraction *x) {
  gisa_engine_watch(x->job->engine, NULL, NULL);
  gs_arena_free(&x->source);
  batch_bytes_free(&x->written);
  batch_report_close(&x->report);
}

static void fail(batch_extraction *x, const char *path, const char *message) {
  batch_report_fail(&x->report, path, "", "error", message);
  x->report.tally.failed++;
  if (x->job->answers) batch_answer_error(&x->report.results, x->document, message);
}

static int append(void *bytes, const char *data, size_t length) {
  batch_bytes_add(bytes, data, length);
  return ((batch_bytes *)bytes)->failed ? -1 : 0;
}

/* "quotes: error: …" as the library words it, taken apart for the report. */
static void report_failures(batch_extraction *x, const char *path, const gisa_result *result) {
  const char *line;
  for (size_t i = 0; (line = gisa_result_failure(result, i)) != NULL; i++) {
    const char *status = strstr(line, ": "), *message = status == NULL ? NULL : strstr(status + 2, ": ");
    if (message == NULL) continue;
    char name[128], word[16];
    snprintf(name, sizeof name, "%.*s", (int)(status - line), line);
    snprintf(word, sizeof word, "%.*s", (int)(message - status - 2), status + 2);
    batch_report_fail(&x->report, path, name, word, message + 2);
  }
}

static void count_outcomes(batch_extraction *x, const gisa_result *result) {
  gisa_outcome outcome;
  for (size_t i = 0; i < x->report.extractor_count && gisa_result_outcome(result, i, &outcome) != 0; i++) {
    batch_extractor_tally *tally = &x->report.extractors[i];
    tally->records += outcome.records;
    for (int s = 0; s < BATCH_STATUSES; s++)
      if (strcmp(outcome.status, batch_status_names[s]) == 0) tally->statuses[s]++;
  }
}

/* A result as a file below the output folder. */
static void emit_file(batch_extraction *x, const batch_document *document, const gisa_result *result) {
  x->written.length = 0;
  x->written.failed = false;
  if (gisa_result_write(result, x->job->format, append, &x->written) != GISA_OK) {
    fail(x, document->path, "its result does not fit into memory");
    return;
  }
  int error = batch_output_write(x->job->output, document->name, x->number, x->written.data, x->written.length, x->job->fsync);
  char words[128], message[256];
  const char *reason = error == 0 ? "" : strerror_r(error, words, sizeof words);
  if (error != 0 && batch_output_is_of_name(error)) {
    snprintf(message, sizeof message, "its output can't be written: %s", reason);
    fail(x, document->path, message);
  } else if (error != 0) {
    snprintf(x->report.host_failure, sizeof x->report.host_failure, "%.180s: %s", document->name, reason);
  }
}

static void emit(batch_extraction *x, const batch_document *document, const gisa_result *result) {
  size_t before = x->report.results.length;
  if (x->job->output >= 0) {
    emit_file(x, document, result);
  } else if (gisa_result_write(result, x->job->format, append, &x->report.results) != GISA_OK) {
    x->report.results.length = before;
    x->report.results.failed = false;
    fail(x, document->path, "its result does not fit into memory");
  }
}

static void say_what_would_be(batch_extraction *x, const batch_document *document, bool fresh) {
  char line[8300];
  int length = snprintf(line, sizeof line, "%s %s%s%s\n", fresh ? "up to date" : "extract", document->path,
                        x->job->output >= 0 ? " -> " : "", x->job->output >= 0 ? document->name : "");
  if (length > 0) batch_bytes_add(&x->report.results, line, (size_t)length < sizeof line ? (size_t)length : sizeof line - 1);
}

static void extract_source(batch_extraction *x, const batch_document *document, const gisa_input *input) {
  batch_tally *tally = &x->report.tally;
  tally->source_bytes += input->length;
  atomic_store_explicit(&x->slot->times, (uint32_t)(1 + input->length / BATCH_DEADLINE_TEXT), memory_order_relaxed);
  bool fresh = x->job->output >= 0 && !x->job->force &&
               batch_is_up_to_date(x->job->engine, input, x->job->output, document->name);
  if (x->job->dry_run) say_what_would_be(x, document, fresh);
  if (fresh) tally->up_to_date++;
  if (!fresh && x->job->dry_run) tally->extracted++;
  if (fresh || x->job->dry_run) return;
  gisa_result *result;
  if (gisa_extract(x->job->engine, input, &result) != GISA_OK) {
    fail(x, document->path, gisa_engine_message(x->job->engine));
    return;
  }
  if (document->kind == BATCH_LINE && batch_json_memory_was_out()) {
    fail(x, document->path, "out of memory");
    return;
  }
  uint64_t failed = tally->failed;
  pass(x, &tally->nanoseconds[BATCH_EMIT]);
  emit(x, document, result);
  if (tally->failed > failed) return;
  count_outcomes(x, result);
  report_failures(x, document->path, result);
  if (gisa_result_failures(result) > 0)
    tally->degraded++;
  else
    tally->extracted++;
}

/* The file that a record of a stream names in place of a text. */
static bool read_named(batch_extraction *x, gisa_input *input, char *message) {
  gs_arena_reset(&x->source);
  input->encoding = x->job->encoding;
  return gs_source_read(&x->source, input->path, x->job->max_bytes, &input->bytes, &input->length, message) == GISA_OK;
}

static bool read_line(batch_extraction *x, const batch_document *document, gisa_input *input, char *message) {
  /* Where a line stands in a stream says nothing of what it is. */
  const char *path = x->job->answers ? NULL : document->path;
  if (!batch_json_line_read(document->bytes, document->length, path, &x->line, message)) return false;
  if (x->job->answers) input->path = x->line.path;
  input->bytes = x->line.text;
  input->length = x->line.length;
  input->encoding = NULL; /* JSON is UTF-8 */
  input->meta = x->line.meta;
  input->meta_length = x->line.meta_length;
  if (x->line.text == NULL && x->job->answers) return read_named(x, input, message);
  if (x->line.text == NULL) return snprintf(message, GS_SOURCE_MESSAGE, "has no `text` that is a string"), false;
  if (input->length <= x->job->max_bytes) return true;
  snprintf(message, GS_SOURCE_MESSAGE, "has %zu bytes of text, over the limit of %zu (--max-bytes)", input->length,
           x->job->max_bytes);
  return false;
}

/* Reads what is to be extracted. false: there is nothing, and that is reported. */
static bool read_source(batch_extraction *x, const batch_document *document, gisa_input *input) {
  char message[GS_SOURCE_MESSAGE];
  const char *reason = message;
  bool well = true;
  *input = (gisa_input){
      .bytes = document->bytes, .length = document->length, .path = document->path, .encoding = x->job->encoding};
  switch (document->kind) {
  case BATCH_RECORD: break;
  case BATCH_LINE: well = read_line(x, document, input, message); break;
  case BATCH_FILE:
    gs_arena_reset(&x->source);
    well = gs_source_read(&x->source, document->path, x->job->max_bytes, &input->bytes, &input->length, message) == GISA_OK;
    break;
  case BATCH_REFUSED:
    reason = document->bytes;
    well = false;
    break;
  }
  if (!well) fail(x, document->path, reason);
  return well;
}

void batch_extract(batch_extraction *x, const batch_document *document, uint32_t place,
                   const batch_exclusion *exclusions, uint32_t exclusion_count) {
  gisa_without without[8]; /* a document is given up after a few */
  size_t without_count = 0;
  const char *given_up = NULL;
  x->document = document;
  for (uint32_t i = 0; i < exclusion_count; i++) {
    const batch_exclusion *e = &exclusions[i];
    if (e->document != place) continue;
    if (e->extractor == BATCH_WHOLE)
      given_up = e->reason;
    else if (without_count < sizeof without / sizeof *without)
      without[without_count++] = (gisa_without){e->extractor, e->limit != 0, e->reason};
  }
  x->report.tally.documents++;
  if (given_up != NULL) {
    fail(x, document->path, given_up);
    return;
  }
  gisa_input input;
  pass(x, &x->report.tally.nanoseconds[BATCH_READ]);
  if (read_source(x, document, &input)) {
    input.without = without;
    input.without_count = without_count;
    extract_source(x, document, &input);
  }
  batch_json_line_free(&x->line);
  pass(x, NULL);
}
