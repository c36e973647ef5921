/* gisa test: runs the cases of extractors. */
#include <errno.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/case_run.h"
#include "cli/paint.h"
#include "cli/target.h"
#include "engine/engine.h"

static const char help[] =
    "gisa test: run the cases of extractors\n\n"
    "usage: gisa test [NAME|DIR…] [OPTION…]\n\n"
    "NAME is an extractor, DIR the folder of one or of several; the default is all that have\n"
    "cases. Cases are in cases.yaml beside extractor.lua: text in, records out.\n\n"
    "  -u, --update           write what comes out into cases.yaml where it differs from `expect`, or\n"
    "                         where a case has none yet; shows what it changes\n"
    "      --filter TEXT      only cases whose names hold TEXT\n"
    "  -p, --plugins DIR      one more folder of extractors; can be given again\n\n"
    "examples:\n"
    "  gisa test\n"
    "  gisa test quotes --filter 이어\n"
    "  gisa test my-extractors/phones\n"
    "  gisa test phones --update\n\n"
    "exit status: 0 all passed, 1 some failed, 2 wrong use, 3 cases could not be written\n";

typedef struct testing {
  gs_arena arena; /* of what lives as long as the command */
  cli_setup setup;
  cli_target targets[64];
  size_t target_count;
  const char *filter;
  int colour, update;
  size_t passed, failed;
} testing;

/* The cases of one extractor. */
typedef struct suite {
  const gisa_extractor_info *info;
  gs_arena arena;
  cli_cases cases;
  const gs_value **replacement; /* with --update, what a case will expect */
  size_t changed;
} suite;

static void print_headline(const testing *t, const suite *s, const cli_case *c, bool updated) {
  printf("  %s%s%s %s: %s (%s:%zu)\n", cli_paint(t->colour, updated ? CLI_YELLOW : CLI_RED),
         updated ? "UPDATED" : "FAILED", cli_paint(t->colour, CLI_PLAIN), s->info->name, c->name, s->cases.path, c->line);
}

/* What the case says of itself is printed behind its headline, so it is gathered first. */
static void run_case(testing *t, gisa_engine *engine, suite *s, size_t index) {
  const cli_case *c = &s->cases.items[index];
  char *words = NULL;
  size_t length = 0;
  cli_case_outcome outcome;
  cli_run_case(&s->arena, engine, &t->setup, s->info->name, c, &outcome);
  FILE *out = open_memstream(&words, &length);
  bool passed = out != NULL && cli_judge_case(out, engine, s->info->name, c, &outcome, t->colour);
  if (out != NULL) fclose(out);
  bool update = t->update && !passed && c->must_fail == NULL && outcome.failure == NULL && outcome.records != NULL;
  if (update) s->replacement[index] = cli_expect_records(&s->arena, c->expect, outcome.records);
  update = update && s->replacement[index] != NULL;
  if (!passed) {
    print_headline(t, s, c, update);
    fwrite(words, 1, length, stdout);
  }
  free(words);
  if (update) s->changed++;
  if (passed || update)
    t->passed++;
  else
    t->failed++;
}

static int save(const suite *s) {
  if (s->changed == 0) return CLI_WELL;
  if (cli_update_cases(&s->cases, s->replacement) == 0) {
    printf("  %s: %zu case%s written\n", s->cases.path, s->changed, s->changed == 1 ? "" : "s");
    return CLI_WELL;
  }
  fprintf(stderr, "gisa test: %s: %s\n", s->cases.path, strerror(errno));
  return CLI_HOST;
}

/* Runs the cases beside an extractor. CLI_USAGE where they can't be read. */
static int run_suite(testing *t, gisa_engine *engine, const gisa_extractor_info *info) {
  char folder[4096], message[CLI_CASE_MESSAGE];
  suite s = {.info = info};
  int status = CLI_WELL;
  snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(info->path, '/') - info->path), info->path);
  gs_arena_init(&s.arena, gs_heap);
  if (cli_read_cases(&s.arena, folder, &s.cases, message) != GISA_OK) {
    fflush(stdout);
    fprintf(stderr, "gisa test: %s\n", message);
    status = CLI_USAGE;
  } else if ((s.replacement = gs_arena_zeroed(&s.arena, (s.cases.count + 1) * sizeof *s.replacement)) == NULL) {
    status = CLI_HOST;
  }
  for (size_t i = 0; status == CLI_WELL && i < s.cases.count; i++)
    if (t->filter == NULL || strstr(s.cases.items[i].name, t->filter) != NULL) run_case(t, engine, &s, i);
  if (status == CLI_WELL) status = save(&s);
  gs_arena_free(&s.arena);
  return status;
}

/* Whether the extractor's cases are asked for. Without names, an extractor may have none. */
static bool is_asked_for(const testing *t, const gisa_extractor_info *info) {
  for (size_t i = 0; i < t->target_count; i++)
    if (t->targets[i].name != NULL && cli_target_holds(&t->targets[i], info)) return true;
  char path[4096];
  int length = snprintf(path, sizeof path, "%.*scases.yaml", (int)(strrchr(info->path, '/') - info->path) + 1, info->path);
  if (length < 0 || (size_t)length >= sizeof path || access(path, F_OK) != 0) return false;
  for (size_t i = 0; i < t->target_count; i++)
    if (cli_target_holds(&t->targets[i], info)) return true;
  return t->target_count == 0;
}

/* Whether a broken extractor is one of a target's: by its name, or by its place. */
static bool is_of(const cli_target *target, const char *name) {
  char path[4096];
  if (target->name != NULL) return strcmp(target->name, name) == 0;
  int length = snprintf(path, sizeof path, "%s/%s/extractor.lua", target->folder, name);
  return length > 0 && (size_t)length < sizeof path && access(path, F_OK) == 0;
}

/* An extractor that was asked for and can't be used fails, as its cases would. */
static int count_broken(testing *t, const gisa_engine *engine) {
  for (size_t i = 0; i < t->target_count; i++)
    if (!cli_target_found("test", engine, &t->targets[i])) return CLI_USAGE;
  for (uint32_t b = 0; b < engine->broken_count; b++) {
    bool asked = t->target_count == 0;
    for (size_t i = 0; !asked && i < t->target_count; i++) asked = is_of(&t->targets[i], engine->broken[b].name);
    t->failed += asked;
  }
  return CLI_WELL;
}

static int run_all(testing *t) {
  int opened;
  gisa_engine *engine = cli_open_engine("test", &t->setup, &opened);
  if (engine == NULL) return opened;
  gisa_extractor_info info;
  int status = count_broken(t, engine);
  for (size_t i = 0; status == CLI_WELL && gisa_engine_extractor(engine, i, &info) != 0; i++)
    if (is_asked_for(t, &info)) status = run_suite(t, engine, &info);
  gisa_engine_free(engine);
  if (status != CLI_WELL) return status;
  printf("%zu passed, %zu failed\n", t->passed, t->failed);
  if (fflush(stdout) != 0) return CLI_HOST;
  return t->failed > 0 ? CLI_DEGRADED : CLI_WELL;
}

static const struct option options[] = {{"plugins", required_argument, NULL, 'p'},
                                        {"filter", required_argument, NULL, 'f'},
                                        {"update", no_argument, NULL, 'u'},
                                        {NULL, 0, NULL, 0}};

static int read_options(int count, char **arguments, testing *t) {
  for (int option; (option = getopt_long(count, arguments, "p:u", options, NULL)) != -1;) {
    if (option == 'p' && t->setup.folder_count < 32)
      t->setup.folders[t->setup.folder_count++] = optarg;
    else if (option == 'f')
      t->filter = optarg;
    else if (option == 'u')
      t->update = 1;
    else
      return cli_refuse("test", "the options cannot be read");
  }
  for (int status; optind < count; optind++) {
    if (t->target_count == 64) return cli_refuse("test", "more than 64 extractors were named");
    status = cli_read_target(&t->arena, "test", arguments[optind], &t->setup, &t->targets[t->target_count++]);
    if (status != CLI_WELL) return status;
  }
  return CLI_WELL;
}

static int test(int count, char **arguments) {
  testing t = {.colour = cli_wants_colour(stdout)};
  gs_arena_init(&t.arena, gs_heap);
  int status = read_options(count, arguments, &t);
  if (status == CLI_WELL) status = run_all(&t);
  gs_arena_free(&t.arena);
  return status;
}

const cli_subcommand cli_test = {"test", "run the cases of extractors", help, test};
