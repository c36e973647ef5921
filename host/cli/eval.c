/* gisa eval: how right the extractors are, by gold. */
#include "cli/eval.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "cli/articles.h"
#include "cli/command.h"
#include "cli/paint.h"
#include "document/document.h"
#include "document/source.h"
#include "engine/engine.h"
#include "record/read.h"

static const char help[] =
    "gisa eval: how right the extractors are, by gold\n\n"
    "usage: gisa eval --gold FILE PATH… [OPTION…]\n\n"
    "FILE is NDJSON: an article a line with its id and the records that are right, by aspect.\n"
    "PATH is an article or a folder of them; those that gold does not know are passed over.\n"
    "Prints precision, recall and F1 of each aspect. A record in gold may say `optional: true`\n"
    "(neither rewarded nor punished) and `KEY_any` (other values that are right too).\n\n"
    "  -g, --gold FILE        the gold\n"
    "      --fields           each field too: letter for letter, and lenient\n"
    "  -m, --mistakes         what was missed, extra or wrong, with its sentence\n"
    "  -a, --aspect NAME      mistakes of this aspect only\n"
    "      --json             all of it as JSON\n"
    "      --min ASPECT=F1    exit status 1 where the aspect's F1 is lower; can be given again\n"
    "  -e, --extractors LIST  names separated by commas; the default is all of them\n"
    "  -p, --plugins DIR      one more folder of extractors; can be given again\n"
    "      --set KEY=VALUE    a setting of an extractor, EXTRACTOR.KEY=VALUE; can be given again\n\n"
    "examples:\n"
    "  gisa eval --gold gold.jsonl articles/\n"
    "  gisa eval --gold gold.jsonl articles/ --mistakes --aspect quotes\n"
    "  gisa eval --gold gold.jsonl articles/ --min quotes=0.9 --min attendees=0.9\n\n"
    "exit status: 0 all well, 1 an F1 is too low or articles could not be read, 2 wrong use\n";

typedef struct minimum {
  const char *aspect;
  double f1;
} minimum;

typedef struct gold_article {
  const char *id;
  const gs_value *records;
  int seen;
} gold_article;

typedef struct evaluating {
  cli_setup setup;
  const char *gold_path, *aspect;
  minimum minima[32];
  int minimum_count, fields, mistakes, json;
  cli_evaluation e;
  gold_article *gold;
  size_t gold_count;
  gisa_engine *engine;
  /* The article at hand: */
  const char *id;
  const gs_document *document;
} evaluating;

static int by_id(const void *a, const void *b) {
  return strcmp(((const gold_article *)a)->id, ((const gold_article *)b)->id);
}

/* The id of a gold line or a result: at its top, or in its article. */
static const char *id_of(const gs_value *tree) {
  const gs_value *id = gs_map_get(tree, "id");
  if (id == NULL) id = gs_map_get(gs_map_get(tree, "article"), "id");
  return id != NULL && id->kind == GS_STRING ? id->string.bytes : NULL;
}

static int read_gold(evaluating *v) {
  const char *bytes;
  size_t length, line = 0;
  char message[GS_READ_MESSAGE + GS_SOURCE_MESSAGE];
  if (gs_source_read(&v->e.arena, v->gold_path, (size_t)1 << 30, &bytes, &length, message) != GISA_OK)
    return cli_refuse("eval", "%s: %s", v->gold_path, message);
  size_t room = 1;
  for (size_t i = 0; i < length; i++) room += bytes[i] == '\n';
  v->gold = gs_arena_zeroed(&v->e.arena, room * sizeof *v->gold);
  for (size_t at = 0; v->gold != NULL && at < length;) {
    const char *end = memchr(bytes + at, '\n', length - at);
    size_t size = end == NULL ? length - at : (size_t)(end - bytes) - at;
    gs_value *tree;
    line++;
    if (strspn(bytes + at, " \t\r") < size) {
      if (gs_json_read(&v->e.arena, bytes + at, size, message, &tree) != GISA_OK)
        return cli_refuse("eval", "%s:%zu: %s", v->gold_path, line, message);
      const char *id = id_of(tree);
      if (id == NULL) return cli_refuse("eval", "%s:%zu: has no id, a string", v->gold_path, line);
      v->gold[v->gold_count++] = (gold_article){.id = id, .records = tree};
    }
    at += size + 1;
  }
  if (v->gold == NULL) return CLI_HOST;
  qsort(v->gold, v->gold_count, sizeof *v->gold, by_id);
  v->e.articles = v->gold_count;
  return CLI_WELL;
}

/* Where the record stands in the clean text: by its bytes of the source, else where its first string occurs. */
static uint32_t place_of(const evaluating *v, const gs_value *record) {
  const gs_document *d = v->document;
  const gs_value *at = gs_map_get(record, "at");
  for (uint32_t i = 0; at != NULL && i < d->sentences.count; i++)
    if (gs_offset_source(&d->text.map, d->sentences.items[i]).stop > at->list.items[0]->integer) return d->sentences.items[i].start;
  for (uint32_t i = 0; record != NULL && i < record->map.count; i++) {
    const gs_value *value = record->map.pairs[i].value;
    if (value->kind != GS_STRING) continue;
    const char *body = d->text.bytes + d->body.start;
    const char *found = memmem(body, d->body.stop - d->body.start, value->string.bytes, value->string.length);
    return found == NULL ? GS_NOWHERE : (uint32_t)(found - d->text.bytes);
  }
  return GS_NOWHERE;
}

static gs_value *sentence_of(evaluating *v, const gs_value *record) {
  uint32_t at = v->document == NULL ? GS_NOWHERE : place_of(v, record);
  for (uint32_t i = 0; at != GS_NOWHERE && i < v->document->sentences.count; i++) {
    gs_span s = v->document->sentences.items[i];
    if (at < s.stop) return gs_string_copy(&v->e.arena, v->document->text.bytes + s.start, s.stop - s.start);
  }
  return NULL;
}

static void add_mistake(void *context, const cli_mistake *m) {
  evaluating *v = context;
  cli_evaluation *e = &v->e;
  if (e->mistake_count == e->mistake_room) {
    size_t room = e->mistake_room * 2 + 64;
    cli_evidence *grown = gs_arena_grow(&e->arena, e->mistakes, e->mistake_room * sizeof *grown, room * sizeof *grown);
    if (grown == NULL) return;
    e->mistakes = grown;
    e->mistake_room = room;
  }
  e->mistakes[e->mistake_count++] = (cli_evidence){m->aspect, v->id, gs_value_copy(&e->arena, m->wanted), gs_value_copy(&e->arena, m->got),
                                                   sentence_of(v, m->got != NULL ? m->got : m->wanted)};
}

static int score(void *context, const char *path, const char *bytes, size_t length) {
  evaluating *v = context;
  gisa_result *result;
  if (gisa_extract(v->engine, &(gisa_input){.bytes = bytes, .length = length, .path = path}, &result) != GISA_OK) {
    fprintf(stderr, "gisa eval: %s: %s\n", path, gisa_engine_message(v->engine));
    v->e.failed++;
    return 0;
  }
  const char *id = id_of(result->root);
  gold_article *gold = id == NULL ? NULL : bsearch(&(gold_article){.id = id}, v->gold, v->gold_count, sizeof *v->gold, by_id);
  if (gold == NULL || gold->seen) return 0;
  gold->seen = 1;
  gs_arena arena;
  gs_diagnostics diagnostics;
  gs_document document;
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics_init(&diagnostics, &arena);
  bool read = gs_document_parse(&arena, bytes, length, NULL, &gs_document_defaults, &diagnostics, &document) == GISA_OK;
  v->document = read ? &document : NULL;
  v->id = gold->id;
  cli_score_article(&v->e.scoring, &arena, gold->records, result->root);
  gs_arena_free(&arena);
  return 0;
}

/* Articles that nobody gave are missed as a whole. */
static void score_absent(evaluating *v) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  v->document = NULL;
  for (size_t i = 0; i < v->gold_count; i++) {
    if (v->gold[i].seen) continue;
    v->id = v->gold[i].id;
    v->e.absent++;
    cli_score_article(&v->e.scoring, &arena, v->gold[i].records, NULL);
    gs_arena_reset(&arena);
  }
  gs_arena_free(&arena);
}

/* Names the aspects that are below their minimum. */
static int check_minima(const evaluating *v) {
  int status = CLI_WELL;
  for (int m = 0; m < v->minimum_count; m++) {
    const cli_aspect *aspect = NULL;
    for (size_t i = 0; i < v->e.scoring.aspect_count; i++)
      if (strcmp(v->e.scoring.aspects[i].name, v->minima[m].aspect) == 0) aspect = &v->e.scoring.aspects[i];
    if (aspect == NULL) return cli_refuse("eval", "--min: gold has no aspect '%s'", v->minima[m].aspect);
    double f1 = cli_score_of(&aspect->tally).f1;
    if (f1 >= v->minima[m].f1) continue;
    fprintf(stderr, "gisa eval: %s has F1 %.3f, below %.3f\n", aspect->name, f1, v->minima[m].f1);
    status = CLI_DEGRADED;
  }
  return status;
}

static int print(evaluating *v) {
  if (v->json) return cli_write_evaluation(stdout, &v->e) == 0 && fflush(stdout) == 0 ? CLI_WELL : CLI_HOST;
  cli_print_evaluation(stdout, &v->e, v->fields);
  if (v->mistakes) cli_print_mistakes(stdout, &v->e, v->aspect, cli_wants_colour(stdout));
  return fflush(stdout) == 0 ? CLI_WELL : CLI_HOST;
}

static int evaluate(evaluating *v, int count, char **paths) {
  int status = read_gold(v), opened;
  if (status != CLI_WELL) return status;
  v->engine = cli_open_engine("eval", &v->setup, &opened);
  if (v->engine == NULL) return opened;
  cli_scoring_open(&v->e.scoring, add_mistake, v);
  for (int i = 0; i < count; i++) cli_each_article("eval", paths[i], score, v, &v->e.failed);
  score_absent(v);
  gisa_engine_free(v->engine);
  status = print(v);
  if (status == CLI_WELL) status = check_minima(v);
  return status != CLI_WELL ? status : v->e.failed > 0 ? CLI_DEGRADED : opened;
}

static const struct option options[] = {
    {"gold", required_argument, NULL, 'g'},    {"fields", no_argument, NULL, 'f'},
    {"mistakes", no_argument, NULL, 'm'},      {"aspect", required_argument, NULL, 'a'},
    {"json", no_argument, NULL, 'j'},          {"min", required_argument, NULL, 'n'},
    {"extractors", required_argument, NULL, 'e'}, {"plugins", required_argument, NULL, 'p'},
    {"set", required_argument, NULL, 's'},     {NULL, 0, NULL, 0}};

static int read_minimum(evaluating *v, char *spelling) {
  char *equals = strchr(spelling, '='), *end = NULL;
  if (equals == NULL || v->minimum_count == 32) return cli_refuse("eval", "--min %s: wanted ASPECT=F1", spelling);
  double f1 = strtod(equals + 1, &end);
  if (end == equals + 1 || *end != '\0') return cli_refuse("eval", "--min %s: wanted ASPECT=F1", spelling);
  *equals = '\0';
  v->minima[v->minimum_count++] = (minimum){spelling, f1};
  return CLI_WELL;
}

static int read_options(int count, char **arguments, evaluating *v) {
  for (int option; (option = getopt_long(count, arguments, "g:ma:e:p:", options, NULL)) != -1;) {
    switch (option) {
    case 'g': v->gold_path = optarg; break;
    case 'f': v->fields = 1; break;
    case 'm': v->mistakes = 1; break;
    case 'a': v->aspect = optarg, v->mistakes = 1; break;
    case 'j': v->json = 1; break;
    case 'e': v->setup.extractors = optarg; break;
    case 'n':
      if (read_minimum(v, optarg) != CLI_WELL) return CLI_USAGE;
      break;
    case 'p':
      if (v->setup.folder_count == 32) return cli_refuse("eval", "more than 32 folders of extractors");
      v->setup.folders[v->setup.folder_count++] = optarg;
      break;
    case 's':
      if (v->setup.setting_count == 64) return cli_refuse("eval", "more than 64 settings");
      v->setup.settings[v->setup.setting_count++] = optarg;
      break;
    default: return cli_refuse("eval", "the options cannot be read");
    }
  }
  if (v->gold_path == NULL) return cli_refuse("eval", "wanted --gold FILE");
  if (optind == count) return cli_refuse("eval", "no articles were named");
  return CLI_WELL;
}

static int eval(int count, char **arguments) {
  evaluating v = {0};
  gs_arena_init(&v.e.arena, gs_heap);
  int status = read_options(count, arguments, &v);
  if (status == CLI_WELL) status = evaluate(&v, count - optind, arguments + optind);
  gs_arena_free(&v.e.arena);
  return status;
}

const cli_subcommand cli_eval = {"eval", "how right the extractors are, by gold", help, eval};
