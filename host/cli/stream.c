/* gisa stream: records in, results out, line by line. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch/dealer.h"
#include "batch/output.h"
#include "cli/run_options.h"

#define BLOCK 65536

static const char help[] =
    "gisa stream: records in, results out, for pipes and engines\n\n"
    "usage: gisa stream [OPTION…]\n\n"
    "Reads NDJSON on standard input, an article a line: `id`, and `text` or the `path` of a file; other keys\n"
    "count as front matter. Writes one line for each line, in their order: a result, or where there can be none\n"
    "an error record with the line's number, {\"gisa\":1,\"line\":3,\"error\":\"…\"}. Memory is bounded: what is not read\n"
    "from standard output is not read from standard input either. SIGTERM and SIGINT end the input; what came\n"
    "before is answered.\n\n"
    "  -e, --extractors LIST  names separated by commas; the default is all of them\n"
    "  -p, --plugins DIR      one more folder of extractors; can be given again\n"
    "      --set KEY=VALUE    a setting of an extractor, EXTRACTOR.KEY=VALUE; can be given again\n"
    "      --config FILE, --limit NAME=VALUE  as of `gisa run`\n"
    "  -j, --jobs N           worker processes; the default is one a core\n"
    "      --deadline SECONDS most time for an article (default 1), as many times more as it has MB: an extractor that\n"
    "                         hangs loses its records there\n"
    "      --max-bytes BYTES  larger articles are answered with an error (default 4M)\n"
    "      --unconfined       let workers keep their rights (see `gisa version`)\n\n"
    "examples:\n"
    "  gisa stream < articles.ndjson > results.ndjson\n"
    "  psql -Atc \"select json_build_object('id', id, 'text', body) from news\" | gisa stream -e quotes | gisa merge -\n\n"
    "exit status: 0 all well, 1 some lines were answered with an error or lack records, 2 wrong use,\n"
    "3 output could not be written\n";

typedef struct streaming {
  batch_job job;
  batch_dealer dealer;
  unsigned long long number; /* of the line at hand, from 1 */
  batch_bytes line;
  size_t most;    /* bytes of a line */
  bool too_long;  /* the rest of the line at hand is passed over */
  int status, error;
} streaming;

static volatile sig_atomic_t ended;

/* Puts the end of the input where the input was: whatever waits for input or reads next finds it, so that no moment is missed. A second signal
 * ends the program. */
static void end_input(int number) {
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  ended = number;
  if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0) _exit(128 + number);
  close(nothing);
}

static void end_on_signals(void) {
  struct sigaction action = {.sa_handler = end_input, .sa_flags = (int)SA_RESETHAND};
  static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) sigaction(numbers[i], &action, NULL);
  signal(SIGPIPE, SIG_IGN);
}

static int receive(void *context, const batch_report *report, batch_reader *failures, const char *results, size_t length) {
  streaming *s = context;
  (void)failures; /* they are in the results */
  if (report->failure_count > 0 && s->status == CLI_WELL) s->status = CLI_DEGRADED;
  s->error = batch_write_all(STDOUT_FILENO, results, length);
  if (s->error != 0) s->status = CLI_HOST;
  return s->error;
}

static int take_line(streaming *s) {
  char path[32], reason[96];
  snprintf(path, sizeof path, "-:%llu", s->number++);
  int stop;
  if (s->line.failed || s->too_long) {
    snprintf(reason, sizeof reason, "is a line of more than %zu bytes (--max-bytes)", s->most);
    const char *why = s->line.failed ? "out of memory" : reason;
    stop = batch_deal(&s->dealer, BATCH_REFUSED, path, "", why, strlen(why));
  } else {
    stop = batch_deal(&s->dealer, BATCH_LINE, path, "", s->line.length == 0 ? "" : s->line.data, s->line.length);
  }
  s->line.length = 0;
  s->line.failed = s->too_long = false;
  return stop;
}

static int take_block(streaming *s, const char *block, size_t length) {
  while (length > 0) {
    const char *end = memchr(block, '\n', length);
    size_t part = end == NULL ? length : (size_t)(end - block);
    if (s->line.length + part > s->most) s->too_long = true;
    if (!s->too_long) batch_bytes_add(&s->line, block, part);
    if (end == NULL) return 0;
    int stop = take_line(s);
    if (stop != 0) return stop;
    block += part + 1;
    length -= part + 1;
  }
  return 0;
}

static void read_lines(streaming *s) {
  char block[BLOCK];
  int stop = 0;
  while (stop == 0 && (stop = batch_deal_await(&s->dealer, STDIN_FILENO)) == 0) {
    ssize_t got = read(STDIN_FILENO, block, sizeof block);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got < 0) {
      fprintf(stderr, "gisa stream: standard input: %s\n", strerror(errno));
      s->status = CLI_HOST;
    }
    if (got <= 0) break;
    stop = take_block(s, block, (size_t)got);
  }
  bool rest = s->line.length > 0 || s->too_long;
  if (rest && ended != 0) fprintf(stderr, "gisa stream: line %llu was cut off by the signal and is not answered\n", s->number);
  if (stop == 0 && rest && ended == 0) take_line(s);
  batch_deal_finish(&s->dealer);
}

static int open_stream(streaming *s, gisa_engine *engine, const cli_run_options *o) {
  gisa_extractor_info info;
  s->job = (batch_job){.engine = engine, .format = GISA_NDJSON, .max_bytes = o->max_bytes, .output = -1, .confined = !o->unconfined,
                       .answers = true};
  while (gisa_engine_extractor(engine, s->job.extractor_count, &info) != 0) s->job.extractor_count++;
  s->number = 1;
  /* Escapes make JSON up to six times as long as its text; twice is what real ones come to. */
  s->most = 2 * o->max_bytes + BLOCK;
  if (!batch_dealer_open(&s->dealer, &s->job, o->workers, o->deadline)) {
    fprintf(stderr, "gisa stream: out of memory\n");
    return CLI_HOST;
  }
  s->dealer.receive = receive;
  s->dealer.context = s;
  return CLI_WELL;
}

static int stream(int count, char **arguments) {
  cli_run_options options;
  streaming s = {0};
  int status = cli_stream_options_read(count, arguments, &options);
  if (status != CLI_WELL) return status;
  gisa_engine *engine = cli_open_engine("stream", &options.setup, &s.status);
  if (engine == NULL) return s.status;
  status = open_stream(&s, engine, &options);
  if (status == CLI_WELL) {
    end_on_signals();
    read_lines(&s);
    if (s.dealer.failure != NULL) {
      fprintf(stderr, "gisa stream: cannot go on: %s\n", s.dealer.failure);
      s.status = CLI_HOST;
    }
    if (s.error != 0 && s.error != EPIPE) fprintf(stderr, "gisa stream: standard output: %s\n", strerror(s.error));
    batch_dealer_close(&s.dealer);
  }
  batch_bytes_free(&s.line);
  gisa_engine_free(engine);
  return status == CLI_WELL ? s.status : status;
}

const cli_subcommand cli_stream = {"stream", "records in, results out, for pipes and engines", help, stream};
