/* gisa run: extract articles. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/output.h"
#include "batch/walk.h"
#include "cli/command.h"
#include "document/source.h"

/* The largest article that is read; the seeds of real crawls have 3 kB on average, a long interview 100 kB. */
#define MAX_SOURCE_BYTES ((size_t)64 << 20)

static const char help[] =
    "gisa run: extract facts from articles\n\n"
    "usage: gisa run PATH… [OPTION…]\n\n"
    "PATH is a file, a folder (all files below it), or - for one article on standard input.\n"
    "Results go to standard output, as a stream of YAML documents.\n\n"
    "  -o, --output DIR       one file an article in DIR, which mirrors the folders that were given\n"
    "      --format FORMAT    yaml (default), json or ndjson\n"
    "  -e, --extractors LIST  names separated by commas; the default is all of them\n"
    "  -p, --plugins DIR      one more folder of extractors; can be given again\n"
    "      --set KEY=VALUE    a setting of an extractor, EXTRACTOR.KEY=VALUE; can be given again\n"
    "      --encoding NAME    the articles' encoding, e.g. CP949; the default is UTF-8, or what a BOM says\n\n"
    "examples:\n"
    "  gisa run examples/articles\n"
    "  gisa run articles/ -o results/ --format json\n"
    "  curl -s https://example.org/article.md | gisa run - -e quotes\n\n"
    "exit status: 0 all well, 1 some articles failed or lack records (named on standard error),\n"
    "2 wrong use, 3 output could not be written\n";

typedef struct running {
  gisa_engine *engine;
  const char *output, *encoding;
  gisa_format format;
  gs_arena source;
  int status;
} running;

static int write_stream(void *stream, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, stream) == length ? 0 : -1;
}

static void degrade(running *r, const char *path, const char *reason) {
  fprintf(stderr, "gisa run: %s: %s\n", path, reason);
  if (r->status == CLI_WELL) r->status = CLI_DEGRADED;
}

static void refuse(void *context, const char *path, const char *reason) {
  degrade(context, path, reason);
}

static int fail_output(running *r, const char *path) {
  fprintf(stderr, "gisa run: %s: %s\n", path, strerror(errno));
  r->status = CLI_HOST;
  return 1;
}

static int write_file(running *r, const gisa_result *result, const char *name) {
  char file[4096];
  batch_output output;
  snprintf(file, sizeof file, "%s.%s", name, r->format == GISA_YAML ? "yaml" : r->format == GISA_JSON ? "json" : "ndjson");
  if (batch_output_begin(&output, r->output, file) != 0) return fail_output(r, r->output);
  int written = gisa_result_write(result, r->format, write_stream, output.stream) == GISA_OK;
  if (batch_output_end(&output, written) != 0 || !written) return fail_output(r, output.path);
  return 0;
}

static int extract(running *r, const char *path, const char *name, const char *bytes, size_t length) {
  gisa_result *result;
  gisa_input input = {.bytes = bytes, .length = length, .path = path, .encoding = r->encoding};
  if (gisa_extract(r->engine, &input, &result) != GISA_OK) {
    degrade(r, path, gisa_engine_message(r->engine));
    return 0;
  }
  const char *failure;
  for (size_t i = 0; (failure = gisa_result_failure(result, i)) != NULL; i++) degrade(r, path, failure);
  if (r->output != NULL) return write_file(r, result, name);
  if (gisa_result_write(result, r->format, write_stream, stdout) != GISA_OK) return fail_output(r, "standard output");
  return 0;
}

static int run_file(void *context, const char *path, const char *name) {
  running *r = context;
  const char *bytes;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  gs_arena_reset(&r->source);
  if (gs_source_read(&r->source, path, MAX_SOURCE_BYTES, &bytes, &length, message) == GISA_OK)
    return extract(r, path, name, bytes, length);
  degrade(r, path, message);
  return 0;
}

static int run_standard_input(running *r) {
  const char *bytes;
  size_t length;
  char message[GS_SOURCE_MESSAGE];
  gs_arena_reset(&r->source);
  if (gs_source_drain(&r->source, STDIN_FILENO, MAX_SOURCE_BYTES, &bytes, &length, message) == GISA_OK)
    return extract(r, "-", "stdin", bytes, length);
  degrade(r, "-", message);
  return 0;
}

static const struct option options[] = {{"output", required_argument, NULL, 'o'},
                                        {"format", required_argument, NULL, 'f'},
                                        {"extractors", required_argument, NULL, 'e'},
                                        {"plugins", required_argument, NULL, 'p'},
                                        {"set", required_argument, NULL, 's'},
                                        {"encoding", required_argument, NULL, 'c'},
                                        {NULL, 0, NULL, 0}};

static int read_format(const char *name, gisa_format *format) {
  static const char *const names[] = {"yaml", "json", "ndjson"};
  for (int i = 0; i < 3; i++)
    if (strcmp(name, names[i]) == 0) return *format = (gisa_format)i, 1;
  return 0;
}

static int read_options(int count, char **arguments, running *r, cli_setup *setup) {
  for (int option; (option = getopt_long(count, arguments, "o:e:p:", options, NULL)) != -1;) {
    switch (option) {
    case 'o': r->output = optarg; break;
    case 'e': setup->extractors = optarg; break;
    case 'c': r->encoding = optarg; break;
    case 'f':
      if (!read_format(optarg, &r->format)) return cli_refuse("run", "--format %s: wanted yaml, json or ndjson", optarg);
      break;
    case 'p':
      if (setup->folder_count == 32) return cli_refuse("run", "more than 32 folders of extractors");
      setup->folders[setup->folder_count++] = optarg;
      break;
    case 's':
      if (setup->setting_count == 64) return cli_refuse("run", "more than 64 settings");
      setup->settings[setup->setting_count++] = optarg;
      break;
    default: return cli_refuse("run", "the options cannot be read");
    }
  }
  if (optind == count) return cli_refuse("run", "no articles were named");
  return CLI_WELL;
}

static int run(int count, char **arguments) {
  running r = {.format = GISA_YAML};
  cli_setup setup = {0};
  int status = read_options(count, arguments, &r, &setup);
  if (status != CLI_WELL) return status;
  r.engine = cli_open_engine("run", &setup, &r.status);
  if (r.engine == NULL) return r.status;
  gs_arena_init(&r.source, gs_heap);
  int stop = 0;
  for (int i = optind; i < count && stop == 0; i++)
    stop = strcmp(arguments[i], "-") == 0 ? run_standard_input(&r) : batch_walk(arguments[i], run_file, refuse, &r);
  if (stop == 0 && fflush(stdout) != 0) fail_output(&r, "standard output");
  gs_arena_free(&r.source);
  gisa_engine_free(r.engine);
  return r.status;
}

const cli_subcommand cli_run = {"run", "extract facts from articles", help, run};
