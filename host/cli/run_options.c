#include "cli/run_options.h"

#include <errno.h>
#include <getopt.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "batch/supervisor.h"

/* A long interview has 100 kB; a document of 4 MB is a mistake, or somebody's attempt. */
#define DEFAULT_MAX_BYTES ((size_t)4 << 20)

/* Offsets in results have 32 bits. */
#define MOST_MAX_BYTES ((size_t)1 << 30)

/* A thousand times what an average article takes. */
#define DEFAULT_DEADLINE UINT64_C(1000000000)

const char cli_run_help[] =
    "gisa run: extract facts from articles\n\n"
    "usage: gisa run PATH… [OPTION…]\n\n"
    "PATH is a file, a folder (all files below it), an archive (tar, tar.gz, tar.zst, tar.xz, zip), an NDJSON\n"
    "file (.ndjson, .jsonl: `id`, `text`, other keys as front matter), or - for one article on standard input.\n"
    "Results go to standard output, in the order of the articles.\n\n"
    "  -o, --output DIR       one file an article in DIR, which mirrors the folders that were given; what is up to\n"
    "                         date there is passed over\n"
    "      --format FORMAT    yaml (default), json or ndjson\n"
    "      --merge            one joined result of all articles, as of `gisa merge`\n"
    "  -e, --extractors LIST  names separated by commas; the default is all of them\n"
    "  -p, --plugins DIR      one more folder of extractors; can be given again\n"
    "      --set KEY=VALUE    a setting of an extractor, EXTRACTOR.KEY=VALUE; can be given again\n"
    "      --config FILE      settings and limits; the default is gisa.yaml, where there is one\n"
    "      --limit NAME=VALUE a limit of what extractors may cost, e.g. memory=32M; can be given again: memory,\n"
    "                         instructions, match_steps, record_bytes, records, milliseconds, front_matter_bytes, …\n"
    "      --files-from LIST  paths that a file lists (- for standard input), ended by newlines or NULs\n"
    "      --records          files and standard input hold NDJSON, whatever they are called\n"
    "      --encoding NAME    the articles' encoding, e.g. CP949; the default is UTF-8, what a BOM says, or what the\n"
    "                         bytes look like\n"
    "  -j, --jobs N           worker processes; the default is one a core\n"
    "      --deadline SECONDS most time for an article (default 1), as many times more as it has MB: an extractor that\n"
    "                         hangs loses its records there\n"
    "      --max-bytes BYTES  larger articles are passed over (default 4M)\n"
    "      --force            make results again that are up to date\n"
    "      --dry-run          say what would be done\n"
    "      --fsync            results survive a loss of power, at 0.3 ms an article or more\n"
    "      --failures FILE    failures as NDJSON in FILE instead of as text on standard error\n"
    "      --log-progress     a line of progress every 5 seconds, for a log\n"
    "      --timings          a summary with the time of each stage and extractor\n"
    "      --stats FILE       the summary as JSON in FILE\n"
    "      --unconfined       let workers keep their rights (see `gisa version`)\n\n"
    "examples:\n"
    "  gisa run examples/articles\n"
    "  gisa run articles/ -o results/ --format json\n"
    "  gisa run news-2025.tar.zst --format ndjson > results.ndjson\n"
    "  curl -s https://example.org/article.md | gisa run - -e quotes\n\n"
    "exit status: 0 all well, 1 some articles failed or lack records (named on standard error),\n"
    "2 wrong use, 3 output could not be written\n";

enum { FORMAT = 256, MERGE, SET, FILES_FROM, RECORDS, ENCODING, DEADLINE, MAX_BYTES, FORCE, DRY_RUN, FSYNC, FAILURES, LOG_PROGRESS,
       TIMINGS, STATS, UNCONFINED };

static const struct option options[] = {{"output", required_argument, NULL, 'o'},
                                        {"format", required_argument, NULL, FORMAT},
                                        {"merge", no_argument, NULL, MERGE},
                                        {"extractors", required_argument, NULL, 'e'},
                                        {"plugins", required_argument, NULL, 'p'},
                                        {"set", required_argument, NULL, SET},
                                        {"config", required_argument, NULL, CLI_CONFIG},
                                        {"limit", required_argument, NULL, CLI_LIMIT},
                                        {"files-from", required_argument, NULL, FILES_FROM},
                                        {"records", no_argument, NULL, RECORDS},
                                        {"encoding", required_argument, NULL, ENCODING},
                                        {"jobs", required_argument, NULL, 'j'},
                                        {"deadline", required_argument, NULL, DEADLINE},
                                        {"max-bytes", required_argument, NULL, MAX_BYTES},
                                        {"force", no_argument, NULL, FORCE},
                                        {"dry-run", no_argument, NULL, DRY_RUN},
                                        {"fsync", no_argument, NULL, FSYNC},
                                        {"failures", required_argument, NULL, FAILURES},
                                        {"log-progress", no_argument, NULL, LOG_PROGRESS},
                                        {"timings", no_argument, NULL, TIMINGS},
                                        {"stats", required_argument, NULL, STATS},
                                        {"unconfined", no_argument, NULL, UNCONFINED},
                                        {NULL, 0, NULL, 0}};

static unsigned cores(void) {
  cpu_set_t set;
  int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
  return count < 1 ? 1 : count > BATCH_MAX_WORKERS ? BATCH_MAX_WORKERS : (unsigned)count;
}

static int read_format(const char *name, const char *text, gisa_format *format) {
  static const char *const names[] = {"yaml", "json", "ndjson"};
  for (int i = 0; i < 3; i++)
    if (strcmp(text, names[i]) == 0) return *format = (gisa_format)i, CLI_WELL;
  return cli_refuse(name, "--format %s: wanted yaml, json or ndjson", text);
}

static int read_workers(const char *name, const char *text, unsigned *workers) {
  char *end;
  errno = 0;
  long number = strtol(text, &end, 10);
  if (errno != 0 || end == text || *end != '\0' || number < 1 || number > BATCH_MAX_WORKERS)
    return cli_refuse(name, "-j %s: wanted a number from 1 to %d", text, BATCH_MAX_WORKERS);
  return *workers = (unsigned)number, CLI_WELL;
}

static int read_deadline(const char *name, const char *text, uint64_t *deadline) {
  char *end;
  double seconds = strtod(text, &end);
  if (end == text || *end != '\0' || !(seconds >= 0.001 && seconds <= 86400))
    return cli_refuse(name, "--deadline %s: wanted seconds, from 0.001 to 86400", text);
  return *deadline = (uint64_t)(seconds * 1e9), CLI_WELL;
}

static int read_bytes(const char *name, const char *text, size_t *bytes) {
  static const char units[] = "kMG";
  char *end;
  errno = 0;
  unsigned long long number = strtoull(text, &end, 10);
  const char *unit = *end == '\0' ? NULL : strchr(units, *end);
  unsigned shift = unit == NULL ? 0 : 10 * (unsigned)(unit - units + 1);
  if (errno != 0 || end == text || text[0] == '-' || (unit == NULL ? *end : end[1]) != '\0' || number == 0 ||
      number > MOST_MAX_BYTES >> shift)
    return cli_refuse(name, "--max-bytes %s: wanted a number of bytes up to 1G, e.g. 500k or 16M", text);
  return *bytes = (size_t)number << shift, CLI_WELL;
}

/* Keeps an argument that can be given again. */
static int keep(const char *name, const char **list, int *count, int room, const char *what) {
  if (*count == room) return cli_refuse(name, "more than %d %s", room, what);
  list[(*count)++] = optarg;
  return CLI_WELL;
}

static int read_option(const char *name, int option, cli_run_options *o) {
  cli_setup *setup = &o->setup;
  switch (option) {
  case 'o': o->output = optarg; return CLI_WELL;
  case 'e': setup->extractors = optarg; return CLI_WELL;
  case 'p': return keep(name, setup->folders, &setup->folder_count, 32, "folders of extractors");
  case 'j': return read_workers(name, optarg, &o->workers);
  case SET: return keep(name, setup->settings, &setup->setting_count, 64, "settings");
  case FILES_FROM: return keep(name, o->lists, &o->list_count, CLI_MAX_LISTS, "lists of files");
  case FORMAT: return read_format(name, optarg, &o->format);
  case DEADLINE: return read_deadline(name, optarg, &o->deadline);
  case MAX_BYTES: return read_bytes(name, optarg, &setup->source_bytes) == CLI_WELL ? (o->max_bytes = setup->source_bytes, CLI_WELL) : CLI_USAGE;
  case CLI_CONFIG:
  case CLI_LIMIT: return cli_take_option(setup, option, optarg) ? CLI_WELL : cli_refuse(name, "more than 32 limits");
  case ENCODING: o->encoding = optarg; return CLI_WELL;
  case FAILURES: o->failures = optarg; return CLI_WELL;
  case STATS: o->stats = optarg; return CLI_WELL;
  case MERGE: o->merge = true; return CLI_WELL;
  case RECORDS: o->records = true; return CLI_WELL;
  case FORCE: o->force = true; return CLI_WELL;
  case DRY_RUN: o->dry_run = true; return CLI_WELL;
  case FSYNC: o->fsync = true; return CLI_WELL;
  case LOG_PROGRESS: o->log_progress = true; return CLI_WELL;
  case TIMINGS: o->timings = true; return CLI_WELL;
  case UNCONFINED: o->unconfined = true; return CLI_WELL;
  default: return cli_refuse(name, "the options cannot be read");
  }
}

static const struct option stream_options[] = {{"extractors", required_argument, NULL, 'e'},
                                               {"plugins", required_argument, NULL, 'p'},
                                               {"set", required_argument, NULL, SET},
                                               {"config", required_argument, NULL, CLI_CONFIG},
                                               {"limit", required_argument, NULL, CLI_LIMIT},
                                               {"jobs", required_argument, NULL, 'j'},
                                               {"deadline", required_argument, NULL, DEADLINE},
                                               {"max-bytes", required_argument, NULL, MAX_BYTES},
                                               {"unconfined", no_argument, NULL, UNCONFINED},
                                               {NULL, 0, NULL, 0}};

static int read_all(int count, char **arguments, const char *letters, const struct option *known, cli_run_options *o) {
  const char *name = arguments[0];
  *o = (cli_run_options){.format = GISA_YAML, .deadline = DEFAULT_DEADLINE, .max_bytes = DEFAULT_MAX_BYTES};
  for (int option; (option = getopt_long(count, arguments, letters, known, NULL)) != -1;) {
    int status = read_option(name, option, o);
    if (status != CLI_WELL) return status;
  }
  if (o->workers == 0) o->workers = cores();
  o->paths = arguments + optind;
  o->path_count = count - optind;
  return CLI_WELL;
}

int cli_stream_options_read(int count, char **arguments, cli_run_options *o) {
  const char *name = arguments[0];
  int status = read_all(count, arguments, "e:p:j:", stream_options, o);
  if (status != CLI_WELL) return status;
  o->format = GISA_NDJSON;
  return o->path_count == 0 ? CLI_WELL : cli_refuse(name, "'%s' was not expected; records come on standard input", o->paths[0]);
}

int cli_run_options_read(int count, char **arguments, cli_run_options *o) {
  const char *name = arguments[0];
  int status = read_all(count, arguments, "o:e:p:j:", options, o);
  if (status != CLI_WELL) return status;
  if (o->merge && (o->output != NULL || o->dry_run))
    return cli_refuse(name, "--merge makes one result on standard output; it can't go with %s", o->dry_run ? "--dry-run" : "-o");
  if (o->path_count == 0 && o->list_count == 0) return cli_refuse(name, "no articles were named");
  return CLI_WELL;
}
