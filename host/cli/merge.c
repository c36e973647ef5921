/* gisa merge: results of many documents as one. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/results.h"

static const char help[] =
    "gisa merge: join results\n\n"
    "usage: gisa merge FILE… [OPTION…]\n\n"
    "FILE holds results of `gisa run` or `gisa merge`, as YAML, JSON or NDJSON; - is standard input.\n"
    "Records that say the same become one, with every variant and all sources. Results may come in any order, in\n"
    "any number of files, more than once, and merged in parts before: the answer is the same.\n\n"
    "      --format FORMAT    yaml (default), json or ndjson\n\n"
    "examples:\n"
    "  gisa run articles/ | gisa merge -\n"
    "  gisa merge monday.ndjson tuesday.ndjson --format ndjson > week.ndjson\n\n"
    "exit status: 0 all well, 1 some results could not be used (named on standard error), 2 wrong use,\n"
    "3 output could not be written\n";

static int write_out(void *stream, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, stream) == length ? 0 : -1;
}

int cli_write_merge(const char *name, gisa_merge *merge, gisa_format format) {
  size_t makers = gisa_merge_makers(merge);
  if (makers > 1)
    fprintf(stderr, "gisa %s: results of %zu different versions or settings of the extractors are joined; see made_with\n", name, makers);
  gisa_status status = gisa_merge_write(merge, format, write_out, stdout);
  if (status == GISA_OK && fflush(stdout) == 0) return CLI_WELL;
  fprintf(stderr, "gisa %s: standard output: %s\n", name, status == GISA_NO_MEMORY ? "out of memory" : strerror(errno));
  return CLI_HOST;
}

static int add_stream(gisa_merge *merge, FILE *stream, const char *path) {
  cli_results results = {.stream = stream};
  int status = CLI_WELL, got;
  while ((got = cli_results_next(&results)) > 0) {
    gisa_status added = gisa_merge_add(merge, results.text, results.length);
    if (added == GISA_OK) continue;
    fprintf(stderr, "gisa merge: %s, result at line %llu: %s\n", path, results.first, gisa_merge_message(merge));
    status = added == GISA_NO_MEMORY ? CLI_HOST : CLI_DEGRADED;
    if (status == CLI_HOST) break;
  }
  if (got < 0) {
    fprintf(stderr, "gisa merge: %s: %s\n", path, strerror(errno));
    status = CLI_HOST;
  }
  cli_results_close(&results);
  return status;
}

static int add_file(gisa_merge *merge, const char *path) {
  if (strcmp(path, "-") == 0) return add_stream(merge, stdin, "standard input");
  FILE *stream = fopen(path, "re");
  if (stream == NULL) {
    fprintf(stderr, "gisa merge: %s: %s\n", path, strerror(errno));
    return CLI_DEGRADED;
  }
  int status = add_stream(merge, stream, path);
  fclose(stream);
  return status;
}

static int merge_files(int count, char **paths, gisa_format format) {
  gisa_merge *merge = gisa_merge_new(NULL);
  int status = merge == NULL ? CLI_HOST : CLI_WELL;
  if (merge == NULL) fprintf(stderr, "gisa merge: out of memory\n");
  for (int i = 0; i < count && status != CLI_HOST; i++) {
    int added = add_file(merge, paths[i]);
    if (added > status) status = added;
  }
  if (status != CLI_HOST) {
    int written = cli_write_merge("merge", merge, format);
    if (written > status) status = written;
  }
  gisa_merge_free(merge);
  return status;
}

static int merge(int count, char **arguments) {
  static const struct option options[] = {{"format", required_argument, NULL, 'f'}, {NULL, 0, NULL, 0}};
  static const char *const formats[] = {[GISA_YAML] = "yaml", [GISA_JSON] = "json", [GISA_NDJSON] = "ndjson"};
  gisa_format format = GISA_YAML;
  for (int option; (option = getopt_long(count, arguments, "", options, NULL)) != -1;) {
    if (option != 'f') return cli_refuse("merge", "the options cannot be read");
    int found = 0;
    for (unsigned f = 0; f < sizeof formats / sizeof *formats; f++)
      if (strcmp(optarg, formats[f]) == 0) format = (gisa_format)f, found = 1;
    if (!found) return cli_refuse("merge", "there is no format '%s'", optarg);
  }
  if (optind == count) return cli_refuse("merge", "which results? - is standard input");
  return merge_files(count - optind, arguments + optind, format);
}

const cli_subcommand cli_merge = {"merge", "join results of many documents", help, merge};
