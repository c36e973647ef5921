/* gisa run: extract articles. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/failures.h"
#include "batch/input.h"
#include "batch/output.h"
#include "batch/output_folder.h"
#include "batch/progress.h"
#include "batch/summary.h"
#include "cli/run_options.h"

typedef struct running {
  const cli_run_options *options;
  batch_job job;
  batch_dealer dealer;
  batch_inputs inputs;
  batch_output_folder folder;
  batch_failures failures;
  batch_progress progress;
  batch_summary summary;
  gisa_merge *merge;     /* of --merge, or NULL */
  const char **readable; /* what workers may read */
  int status;
  bool closed_pipe; /* whoever reads standard output has gone */
} running;

/* Set by signals: the run ends when what workers have at hand is done; at once the second time. */
static volatile sig_atomic_t interrupted;

static void interrupt(int number) {
  if (interrupted != 0) _exit(128 + number);
  interrupted = number;
}

static void end_on_signals(void) {
  struct sigaction action = {.sa_handler = interrupt};
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaction(numbers[i], &action, NULL);
  signal(SIGPIPE, SIG_IGN);
}

static void fail_host(running *r, const char *what, const char *reason) {
  batch_progress_clear(&r->progress);
  fprintf(stderr, "gisa run: %s: %s\n", what, reason);
  r->status = CLI_HOST;
}

/* Results to merge come as NDJSON. */
static int merge_results(running *r, const char *results, size_t length) {
  for (const char *end; length > 0 && (end = memchr(results, '\n', length)) != NULL; results = end + 1) {
    size_t line = (size_t)(end - results);
    if (gisa_merge_add(r->merge, results, line) != GISA_OK) return fail_host(r, "--merge", gisa_merge_message(r->merge)), 1;
    length -= line + 1;
  }
  return 0;
}

static int write_results(running *r, const char *results, size_t length) {
  if (length == 0 || r->status == CLI_HOST || r->closed_pipe) return 0;
  if (r->merge != NULL) return merge_results(r, results, length);
  int error = batch_write_all(STDOUT_FILENO, results, length);
  if (error == EPIPE) return r->closed_pipe = true;
  if (error != 0) fail_host(r, "standard output", strerror(error));
  return error;
}

static int receive(void *context, const batch_report *report, batch_reader *failures, const char *results, size_t length) {
  running *r = context;
  batch_summary_add(&r->summary, report);
  if (report->failure_count > 0) {
    batch_progress_clear(&r->progress);
    if (r->status == CLI_WELL) r->status = CLI_DEGRADED;
  }
  for (uint32_t i = 0; i < report->failure_count; i++) {
    batch_failure failure = batch_failure_read(failures);
    int error = batch_failures_add(&r->failures, &failure);
    if (error != 0) return fail_host(r, r->options->failures, strerror(error)), error;
  }
  if (report->host_failure[0] != '\0') return fail_host(r, r->options->output, report->host_failure), 1;
  return write_results(r, results, length);
}

static void tick(void *context) {
  running *r = context;
  batch_progress_show(&r->progress, &r->summary.tally);
}

/* What workers may read; NULL: everything, since a list can name anything. */
static bool list_readable(running *r) {
  const cli_run_options *o = r->options;
  if (o->list_count > 0) return true;
  r->readable = calloc((size_t)o->path_count + 1, sizeof *r->readable);
  if (r->readable == NULL) return false;
  for (int i = 0; i < o->path_count; i++) r->readable[i] = o->paths[i];
  r->job.inputs = r->readable;
  return true;
}

static void set_job(running *r, gisa_engine *engine) {
  const cli_run_options *o = r->options;
  gisa_extractor_info info;
  r->job = (batch_job){.engine = engine,
                       .format = o->merge ? GISA_NDJSON : o->format,
                       .encoding = o->encoding,
                       .max_bytes = o->max_bytes,
                       .output = -1,
                       .fsync = o->fsync,
                       .force = o->force,
                       .dry_run = o->dry_run,
                       .timings = o->timings || o->stats != NULL,
                       .confined = !o->unconfined};
  while (gisa_engine_extractor(engine, r->job.extractor_count, &info) != 0) r->job.extractor_count++;
}

/* An encoding that nobody knows is wrong use, not a failure of every article. */
static int check_encoding(gisa_engine *engine, const char *encoding) {
  gisa_result *result;
  gisa_input nothing = {.bytes = "", .encoding = encoding};
  if (encoding == NULL || gisa_extract(engine, &nothing, &result) != GISA_ENCODING) return CLI_WELL;
  return cli_refuse("run", "--encoding %s: unknown; `iconv -l` lists those that there are", encoding);
}

static int open_output(running *r) {
  const cli_run_options *o = r->options;
  char message[4352];
  r->folder.descriptor = -1;
  if (o->output == NULL) return CLI_WELL;
  if (!batch_output_folder_open(&r->folder, o->output, !o->dry_run, message, sizeof message))
    return fprintf(stderr, "gisa run: %s\n", message), CLI_HOST;
  r->job.output = r->folder.descriptor;
  struct stat facts;
  if (r->folder.descriptor < 0 || fstat(r->folder.descriptor, &facts) != 0) return CLI_WELL;
  r->inputs.walk.has_left_out = true;
  r->inputs.walk.left_out_device = facts.st_dev;
  r->inputs.walk.left_out_inode = facts.st_ino;
  return CLI_WELL;
}

static int open_run(running *r, gisa_engine *engine) {
  const cli_run_options *o = r->options;
  set_job(r, engine);
  int status = check_encoding(engine, o->encoding);
  if (status != CLI_WELL) return status;
  bool unique = o->path_count > 1 || o->list_count > 0;
  batch_inputs_open(&r->inputs, &r->dealer, o->output == NULL ? NULL : batch_extension(o->format), unique, o->max_bytes);
  r->inputs.records = o->records;
  status = open_output(r);
  if (status != CLI_WELL) return status;
  if (!batch_failures_open(&r->failures, o->failures))
    return fprintf(stderr, "gisa run: %s: %s\n", o->failures, strerror(errno)), CLI_HOST;
  if (o->merge && (r->merge = gisa_merge_new(NULL)) == NULL) return fprintf(stderr, "gisa run: out of memory\n"), CLI_HOST;
  if (!list_readable(r) || !batch_summary_open(&r->summary, engine, r->job.extractor_count) ||
      !batch_dealer_open(&r->dealer, &r->job, o->workers, o->deadline))
    return fprintf(stderr, "gisa run: out of memory\n"), CLI_HOST;
  bool terminal = isatty(STDERR_FILENO) && (o->output != NULL || !isatty(STDOUT_FILENO));
  batch_progress_kind kind = o->log_progress ? BATCH_PROGRESS_LOG : terminal ? BATCH_PROGRESS_LINE : BATCH_PROGRESS_NONE;
  batch_progress_open(&r->progress, kind, stderr, (const char *const *)r->readable);
  r->dealer.receive = receive;
  r->dealer.tick = kind == BATCH_PROGRESS_NONE ? NULL : tick;
  r->dealer.context = r;
  r->dealer.interrupted = &interrupted;
  return CLI_WELL;
}

static void extract_all(running *r) {
  const cli_run_options *o = r->options;
  int stop = 0;
  for (int i = 0; i < o->path_count && stop == 0; i++) stop = batch_input_path(&r->inputs, o->paths[i], NULL);
  for (int i = 0; i < o->list_count && stop == 0; i++) stop = batch_input_list(&r->inputs, o->lists[i]);
  batch_deal_finish(&r->dealer);
  if (r->dealer.failure != NULL) fail_host(r, "cannot go on", r->dealer.failure);
}

/* The summary, and what else the run leaves. */
static void conclude(running *r, uint64_t begun) {
  const cli_run_options *o = r->options;
  r->summary.seconds = (double)(batch_now() - begun) / 1e9;
  r->summary.lost = r->dealer.supervisor.lost;
  batch_dealer_close(&r->dealer);
  r->summary.peak = r->dealer.supervisor.peak;
  bool shown = r->progress.kind != BATCH_PROGRESS_NONE || o->timings;
  batch_progress_close(&r->progress);
  if (interrupted != 0) fprintf(stderr, "gisa run: interrupted%s\n", o->output != NULL ? "; the same command goes on from here" : "");
  if (shown) batch_summary_print(&r->summary, stderr, o->timings);
  FILE *stats = o->stats == NULL ? NULL : fopen(o->stats, "we");
  if (stats != NULL) batch_summary_print_json(&r->summary, stats);
  if (o->stats != NULL && (stats == NULL || fclose(stats) != 0)) fail_host(r, o->stats, strerror(errno));
  int error = batch_failures_close(&r->failures);
  if (error != 0) fail_host(r, o->failures, strerror(error));
}

/* A merge of a part of the articles looks like one of all, so there is none after an interruption. */
static void write_merge(running *r) {
  if (r->merge == NULL || interrupted != 0 || r->status == CLI_HOST) return;
  int written = cli_write_merge("run", r->merge, r->options->format);
  if (written != CLI_WELL) r->status = written;
}

static void close_run(running *r) {
  gisa_merge_free(r->merge);
  batch_summary_close(&r->summary);
  batch_inputs_close(&r->inputs);
  batch_output_folder_close(&r->folder, r->status != CLI_HOST, r->summary.lost > 0);
  free(r->readable);
}

/* Ends as the signal would have ended it, so that the caller's shell sees that. */
static void end_by(int number) {
  signal(number, SIG_DFL);
  raise(number);
}

static int run(int count, char **arguments) {
  cli_run_options options;
  int status = cli_run_options_read(count, arguments, &options);
  if (status != CLI_WELL) return status;
  uint64_t begun = batch_now();
  running r = {.options = &options};
  gisa_engine *engine = cli_open_engine("run", &options.setup, &r.status);
  if (engine == NULL) return r.status;
  end_on_signals();
  status = open_run(&r, engine);
  if (status == CLI_WELL) {
    extract_all(&r);
    conclude(&r, begun);
    write_merge(&r);
  }
  close_run(&r);
  gisa_engine_free(engine);
  if (interrupted != 0) end_by(interrupted);
  if (r.closed_pipe) end_by(SIGPIPE);
  return status == CLI_WELL ? r.status : status;
}

const cli_subcommand cli_run = {"run", "extract facts from articles", cli_run_help, run};
