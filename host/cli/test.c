/* gisa test: runs the cases of extractors. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/case.h"
#include "cli/command.h"
#include "record/read.h"
#include "record/write.h"

static const char help[] =
    "gisa test: run the cases of extractors\n\n"
    "usage: gisa test [NAME…] [OPTION…]\n\n"
    "NAME is an extractor; the default is all that have cases. Cases are in cases.yaml beside\n"
    "extractor.lua: text in, records out.\n\n"
    "  -p, --plugins DIR      one more folder of extractors; can be given again\n"
    "      --filter TEXT      only cases whose names hold TEXT\n\n"
    "examples:\n"
    "  gisa test\n"
    "  gisa test quotes --filter 이어\n"
    "  gisa test -p my-extractors/ phones\n\n"
    "exit status: 0 all passed, 1 some failed, 2 wrong use\n";

typedef struct testing {
  cli_setup setup;
  const char *filter;
  int colour;
  size_t passed, failed;
} testing;

typedef struct buffer {
  char *bytes;
  size_t length, room;
} buffer;

static int append(void *context, const char *bytes, size_t length) {
  buffer *b = context;
  if (b->room - b->length < length) {
    size_t room = b->room * 2 + length + 4096;
    char *grown = realloc(b->bytes, room);
    if (grown == NULL) return -1;
    b->bytes = grown;
    b->room = room;
  }
  memcpy(b->bytes + b->length, bytes, length);
  b->length += length;
  return 0;
}

/* Sets the case's settings on an engine of its own. */
static gisa_status configure(gisa_engine *engine, const char *name, const gs_value *config) {
  for (uint32_t i = 0; config != NULL && i < config->map.count; i++) {
    char key[256];
    buffer value = {0};
    const gs_value *v = config->map.pairs[i].value;
    gisa_status status = GISA_OK;
    snprintf(key, sizeof key, "%s.%s", name, config->map.pairs[i].key);
    if (v->kind == GS_STRING)
      status = append(&value, v->string.bytes, v->string.length) == 0 ? GISA_OK : GISA_NO_MEMORY;
    else if ((status = gs_json_write(v, false, &(gs_sink){append, &value})) == GISA_OK)
      value.length--; /* the newline */
    if (status == GISA_OK && append(&value, "", 1) != 0) status = GISA_NO_MEMORY;
    if (status == GISA_OK) status = gisa_engine_set(engine, key, value.bytes);
    free(value.bytes);
    if (status != GISA_OK) return status;
  }
  return GISA_OK;
}

/* The result of a case as a tree. NULL after a message was printed. */
static gs_value *extract(gisa_engine *engine, gs_arena *arena, const cli_case *c, const char **failure) {
  buffer meta = {0}, written = {0};
  gs_value *tree = NULL;
  char message[GS_READ_MESSAGE];
  gisa_result *result;
  gisa_input input = {.bytes = c->text, .length = c->length, .path = "case"};
  bool ready = c->meta == NULL || gs_json_write(c->meta, false, &(gs_sink){append, &meta}) == GISA_OK;
  input.meta = meta.bytes;
  input.meta_length = meta.length;
  if (!ready || gisa_extract(engine, &input, &result) != GISA_OK) {
    fprintf(stderr, "    %s\n", gisa_engine_message(engine));
  } else if (gisa_result_write(result, GISA_NDJSON, append, &written) == GISA_OK &&
             gs_json_read(arena, written.bytes, written.length, message, &tree) == GISA_OK) {
    const char *first = gisa_result_failure(result, 0);
    *failure = first == NULL ? NULL : gs_arena_copy(arena, first, strlen(first));
  }
  free(meta.bytes);
  free(written.bytes);
  return tree;
}

static bool check_case(const testing *t, gisa_engine *engine, const char *name, const cli_case *c) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  const char *failure = NULL;
  const gs_value *tree = extract(engine, &arena, c, &failure), *records = gs_map_get(tree, name);
  bool passed = false;
  if (c->must_fail != NULL) {
    passed = failure != NULL && strstr(failure, c->must_fail) != NULL;
    if (!passed) fprintf(stderr, "    wanted the error: %s\n    got: %s\n", c->must_fail, failure == NULL ? "none" : failure);
  } else if (failure != NULL) {
    fprintf(stderr, "    %s\n", failure);
  } else if (records != NULL) {
    passed = cli_check_records(c->expect, records, t->colour) != 0;
  }
  gs_arena_free(&arena);
  return passed;
}

static bool run_case(const testing *t, gisa_engine *engine, const char *name, const cli_case *c) {
  if (c->config == NULL) return check_case(t, engine, name, c);
  int status;
  cli_setup setup = t->setup;
  setup.extractors = name;
  gisa_engine *own = cli_open_engine("test", &setup, &status);
  if (own == NULL) return false;
  bool passed = configure(own, name, c->config) == GISA_OK;
  if (!passed) fprintf(stderr, "    %s\n", gisa_engine_message(own));
  if (passed) passed = check_case(t, own, name, c);
  gisa_engine_free(own);
  return passed;
}

/* Runs the cases beside an extractor. false where they can't be read. */
static bool run_extractor(testing *t, gisa_engine *engine, const gisa_extractor_info *info, bool named) {
  char folder[4096], message[512];
  const char *slash = strrchr(info->path, '/');
  snprintf(folder, sizeof folder, "%.*s", (int)(slash - info->path), info->path);
  char path[4096 + 16];
  snprintf(path, sizeof path, "%s/cases.yaml", folder);
  if (!named && access(path, F_OK) != 0) return true;
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  cli_cases cases = {0};
  bool readable = cli_read_cases(&arena, folder, &cases, message) == GISA_OK;
  if (!readable) fprintf(stderr, "gisa test: %s\n", message);
  for (size_t i = 0; readable && i < cases.count; i++) {
    const cli_case *c = &cases.items[i];
    if (t->filter != NULL && strstr(c->name, t->filter) == NULL) continue;
    if (run_case(t, engine, info->name, c)) {
      t->passed++;
    } else {
      t->failed++;
      fprintf(stderr, "  FAILED %s: %s\n", info->name, c->name);
    }
  }
  gs_arena_free(&arena);
  return readable;
}

static bool is_named(const char *name, int count, char **names) {
  for (int i = 0; i < count; i++)
    if (strcmp(names[i], name) == 0) return true;
  return count == 0;
}

static int run_all(testing *t, int count, char **names) {
  int status;
  gisa_engine *engine = cli_open_engine("test", &t->setup, &status);
  if (engine == NULL) return status;
  gisa_extractor_info info;
  for (int n = 0; n < count; n++) {
    bool there = false;
    for (size_t i = 0; !there && gisa_engine_extractor(engine, i, &info) != 0; i++) there = strcmp(info.name, names[n]) == 0;
    if (!there) status = cli_refuse("test", "there is no extractor '%s' that can be used", names[n]);
  }
  for (size_t i = 0; status != CLI_USAGE && gisa_engine_extractor(engine, i, &info) != 0; i++)
    if (is_named(info.name, count, names) && !run_extractor(t, engine, &info, count > 0)) status = CLI_USAGE;
  gisa_engine_free(engine);
  if (status == CLI_USAGE) return status;
  printf("%zu passed, %zu failed\n", t->passed, t->failed);
  return t->failed > 0 ? CLI_DEGRADED : status;
}

static const struct option options[] = {
    {"plugins", required_argument, NULL, 'p'}, {"filter", required_argument, NULL, 'f'}, {NULL, 0, NULL, 0}};

static int test(int count, char **arguments) {
  testing t = {.colour = isatty(STDERR_FILENO)};
  for (int option; (option = getopt_long(count, arguments, "p:", options, NULL)) != -1;) {
    if (option == 'p' && t.setup.folder_count < 32)
      t.setup.folders[t.setup.folder_count++] = optarg;
    else if (option == 'f')
      t.filter = optarg;
    else
      return cli_refuse("test", "the options cannot be read");
  }
  return run_all(&t, count - optind, arguments + optind);
}

const cli_subcommand cli_test = {"test", "run the cases of extractors", help, test};
