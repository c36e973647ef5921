/* Engines and merges in several threads at once, under ThreadSanitizer: each thread's results must be those of the others.
 *
 * usage: threads FOLDER-OF-EXTRACTORS ARTICLE… */
#include <gisa.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define THREADS 4
#define ROUNDS  2

typedef struct text {
  char *bytes;
  size_t length, room;
} text;

typedef struct job {
  const char *plugins;
  text *articles;
  char **paths;
  int count;
  text written;
  int failed;
} job;

static int append(void *context, const char *bytes, size_t length) {
  text *t = context;
  if (t->room - t->length < length) {
    t->room = t->room * 2 + length + 65536;
    t->bytes = realloc(t->bytes, t->room);
    if (t->bytes == NULL) abort();
  }
  memcpy(t->bytes + t->length, bytes, length);
  t->length += length;
  return 0;
}

static gisa_engine *open_engine(const char *plugins) {
  gisa_engine *engine = gisa_engine_new(NULL);
  if (engine == NULL) return NULL;
  if (gisa_engine_add_plugins(engine, plugins) == GISA_OK && gisa_engine_load(engine) == GISA_OK) return engine;
  fprintf(stderr, "%s\n", gisa_engine_message(engine));
  gisa_engine_free(engine);
  return NULL;
}

static int extract_all(job *j, gisa_engine *engine, gisa_merge *merge) {
  for (int i = 0; i < j->count; i++) {
    gisa_result *result;
    gisa_input input = {.bytes = j->articles[i].bytes, .length = j->articles[i].length, .path = j->paths[i]};
    if (gisa_extract(engine, &input, &result) != GISA_OK || gisa_merge_add_result(merge, result) != GISA_OK ||
        gisa_result_write(result, i % 2 == 0 ? GISA_YAML : GISA_NDJSON, append, &j->written) != GISA_OK)
      return 0;
  }
  return gisa_merge_write(merge, GISA_JSON, append, &j->written) == GISA_OK;
}

static void *work(void *context) {
  job *j = context;
  for (int round = 0; round < ROUNDS && j->failed == 0; round++) {
    gisa_engine *engine = open_engine(j->plugins);
    gisa_merge *merge = gisa_merge_new(NULL);
    if (engine == NULL || merge == NULL || !extract_all(j, engine, merge)) j->failed = 1;
    gisa_merge_free(merge);
    gisa_engine_free(engine);
  }
  return NULL;
}

static text read_file(const char *path) {
  text t = {0};
  char block[65536];
  FILE *file = fopen(path, "r");
  if (file == NULL) abort();
  for (size_t got; (got = fread(block, 1, sizeof block, file)) > 0;) append(&t, block, got);
  fclose(file);
  return t;
}

int main(int count, char **arguments) {
  static job jobs[THREADS];
  pthread_t threads[THREADS];
  if (count < 3) return 2;
  text *articles = calloc((size_t)count, sizeof *articles);
  if (articles == NULL) return 2;
  for (int i = 2; i < count; i++) articles[i - 2] = read_file(arguments[i]);
  for (int t = 0; t < THREADS; t++) {
    jobs[t] = (job){.plugins = arguments[1], .articles = articles, .paths = arguments + 2, .count = count - 2};
    if (pthread_create(&threads[t], NULL, work, &jobs[t]) != 0) return 2;
  }
  for (int t = 0; t < THREADS; t++) pthread_join(threads[t], NULL);
  int failed = 0;
  for (int t = 0; t < THREADS; t++) {
    failed |= jobs[t].failed || jobs[t].written.length != jobs[0].written.length || jobs[t].written.length == 0 ||
              memcmp(jobs[t].written.bytes, jobs[0].written.bytes, jobs[0].written.length) != 0;
  }
  printf("%d threads, %d rounds, %zu bytes each: %s\n", THREADS, ROUNDS, jobs[0].written.length, failed ? "not the same" : "the same");
  for (int t = 0; t < THREADS; t++) free(jobs[t].written.bytes);
  for (int i = 0; i < count - 2; i++) free(articles[i].bytes);
  free(articles);
  return failed;
}
