/* gisa diff: what an edit of an extractor changed, over a set of articles. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/change.h"
#include "cli/command.h"
#include "cli/paint.h"
#include "cli/result_set.h"
#include "record/read.h"

static const char help[] =
    "gisa diff: records gained, lost and changed between two runs\n\n"
    "usage: gisa diff OLD NEW [OPTION…]\n\n"
    "OLD and NEW are what `gisa run` wrote: NDJSON, a YAML stream, or a folder of files. Articles are\n"
    "matched by their id. Prints a count for each extractor and a sample of the records to read.\n\n"
    "  -n, --sample NUMBER    records to show of each kind (5)\n"
    "  -e, --extractors LIST  names separated by commas; the default is all of them\n\n"
    "examples:\n"
    "  gisa run corpus/ --format ndjson > before.ndjson\n"
    "  gisa run corpus/ --format ndjson > after.ndjson\n"
    "  gisa diff before.ndjson after.ndjson -e quotes\n\n"
    "exit status: 0 nothing differs, 1 something does, 2 wrong use\n";

typedef struct diffing {
  cli_changes changes;
  cli_result_set old;
  gs_arena arena; /* the old result at hand */
  const char *extractors;
  size_t common, only_new;
} diffing;

static int compare(void *context, const char *id, const gs_value *fresh) {
  diffing *d = context;
  cli_stored *stored = cli_result_set_find(&d->old, id);
  if (stored == NULL || stored->seen) {
    d->only_new++;
    return 0;
  }
  char message[GS_READ_MESSAGE];
  gs_value *old;
  stored->seen = 1;
  d->common++;
  gs_arena_reset(&d->arena);
  if (gs_json_read(&d->arena, stored->json, stored->length, message, &old) != GISA_OK) return -1;
  return cli_compare_results(&d->changes, id, old, fresh);
}

/* Leaves only the extractors that were asked for. */
static void choose(diffing *d) {
  size_t kept = 0;
  for (size_t i = 0; i < d->changes.aspect_count; i++) {
    const char *name = d->changes.aspects[i].name, *at = d->extractors;
    size_t length = strlen(name);
    bool listed = false;
    for (; at != NULL && !listed; at = strchr(at, ','), at = at == NULL ? NULL : at + 1)
      listed = strncmp(at, name, length) == 0 && (at[length] == ',' || at[length] == '\0');
    if (listed) d->changes.aspects[kept++] = d->changes.aspects[i];
  }
  d->changes.aspect_count = kept;
}

static int diff_files(diffing *d, const char *old, const char *fresh) {
  int status = cli_result_set_read("diff", old, &d->old);
  if (status == CLI_WELL) status = cli_each_result("diff", fresh, compare, d);
  if (status == CLI_WELL) {
    if (d->extractors != NULL) choose(d);
    size_t only_old = d->old.count - d->common;
    printf("%zu articles in both", d->common);
    if (only_old > 0) printf(", %zu only in %s", only_old, old);
    if (d->only_new > 0) printf(", %zu only in %s", d->only_new, fresh);
    putchar('\n');
    cli_print_changes(stdout, &d->changes, cli_wants_colour(stdout));
    if (only_old + d->only_new > 0 || cli_has_changes(&d->changes)) status = CLI_DEGRADED;
  }
  cli_result_set_free(&d->old);
  return fflush(stdout) == 0 ? status : CLI_HOST;
}

static const struct option options[] = {
    {"sample", required_argument, NULL, 'n'}, {"extractors", required_argument, NULL, 'e'}, {NULL, 0, NULL, 0}};

static int diff(int count, char **arguments) {
  diffing d = {.changes = {.sample_most = 5}};
  for (int option; (option = getopt_long(count, arguments, "n:e:", options, NULL)) != -1;) {
    if (option == 'e')
      d.extractors = optarg;
    else if (option == 'n' && optarg[0] != '\0' && optarg[strspn(optarg, "0123456789")] == '\0' && strlen(optarg) < 6)
      d.changes.sample_most = (size_t)atol(optarg);
    else
      return cli_refuse("diff", option == 'n' ? "--sample: wanted a number" : "the options cannot be read");
  }
  if (count - optind != 2) return cli_refuse("diff", "wanted two sets of results, OLD and NEW");
  gs_arena_init(&d.changes.arena, gs_heap);
  gs_arena_init(&d.arena, gs_heap);
  int status = diff_files(&d, arguments[optind], arguments[optind + 1]);
  gs_arena_free(&d.arena);
  gs_arena_free(&d.changes.arena);
  return status;
}

const cli_subcommand cli_diff = {"diff", "records gained, lost and changed between two runs", help, diff};
