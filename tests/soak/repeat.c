/* Extracts a folder of articles again and again in one process that is never recycled, and says how fast, and what memory does.
 *
 * usage: soak_repeat PLUGINS FOLDER DOCUMENTS
 *
 * Fails where more memory is resident at any time behind the first 10,000 documents than within them, by more than 2 %, or where one
 * article's result changes between its first and its last time. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "document/source.h"
#include "gisa.h"
#include "text/digest.h"

#define SETTLED 10000 /* documents until caches and heaps have their size */
#define LOOK 100      /* documents after which memory is looked at */
#define MOST_DRIFT 0.02

typedef struct article {
  char *path;
  uint64_t written; /* a hash of its first result */
} article;

typedef struct articles {
  gs_arena paths;
  gs_arena source; /* of the article at hand: all of them would hide how much the library has */
  article *items;
  size_t count;
} articles;

static void stop(const char *what) {
  fprintf(stderr, "soak_repeat: %s\n", what);
  exit(3);
}

static int by_name(const void *a, const void *b) {
  return strcmp(((const article *)a)->path, ((const article *)b)->path);
}

static void list_folder(articles *all, const char *folder) {
  DIR *listing = opendir(folder);
  if (listing == NULL) stop("no such folder of articles");
  gs_arena_init(&all->paths, gs_heap);
  gs_arena_init(&all->source, gs_heap);
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    article one = {.path = gs_arena_copy(&all->paths, path, strlen(path))};
    all->items = realloc(all->items, (all->count + 1) * sizeof *all->items);
    if (one.path == NULL || all->items == NULL) stop("out of memory");
    all->items[all->count++] = one;
  }
  closedir(listing);
  if (all->count == 0) stop("no articles");
  qsort(all->items, all->count, sizeof *all->items, by_name);
}

static long resident_kilobytes(void) {
  FILE *file = fopen("/proc/self/statm", "r");
  long total = 0, resident = 0;
  if (file == NULL || fscanf(file, "%ld %ld", &total, &resident) != 2) stop("no /proc/self/statm");
  fclose(file);
  return resident * 4;
}

static int hash(void *context, const char *bytes, size_t length) {
  uint64_t h = *(uint64_t *)context;
  for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)bytes[i]) * 1099511628211u; /* FNV-1a */
  *(uint64_t *)context = h;
  return 0;
}

static size_t changed, failures;

static void extract(gisa_engine *engine, gs_arena *source, article *one) {
  char message[GS_SOURCE_MESSAGE];
  gisa_input input = {.path = one->path};
  gisa_result *result;
  gs_arena_reset(source);
  if (gs_source_read(source, one->path, (size_t)4 << 20, &input.bytes, &input.length, message) != GISA_OK) stop(message);
  if (gisa_extract(engine, &input, &result) != GISA_OK) stop(gisa_engine_message(engine));
  uint64_t written = 14695981039346656037u;
  if (gisa_result_write(result, GISA_NDJSON, hash, &written) != GISA_OK) stop("a result cannot be written");
  if (gisa_result_failures(result) > 0 && failures++ < 5)
    fprintf(stderr, "soak_repeat: %s: %s\n", one->path, gisa_result_failure(result, 0));
  if (one->written == 0) one->written = written;
  if (one->written != written && changed++ == 0) fprintf(stderr, "soak_repeat: %s: the result changed\n", one->path);
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

int main(int count, char **arguments) {
  if (count != 4) stop("usage: soak_repeat PLUGINS FOLDER DOCUMENTS");
  size_t documents = strtoul(arguments[3], NULL, 10);
  articles all = {0};
  list_folder(&all, arguments[2]);
  gisa_engine *engine = gisa_engine_new(NULL);
  if (engine == NULL || gisa_engine_add_plugins(engine, arguments[1]) != GISA_OK || gisa_engine_load(engine) != GISA_OK)
    stop(engine == NULL ? "out of memory" : gisa_engine_message(engine));
  long early = 0, late = 0, last = 0; /* most within the first documents, most behind them, at the end */
  double begun = seconds();
  for (size_t i = 0; i < documents; i++) {
    extract(engine, &all.source, &all.items[i % all.count]);
    if ((i + 1) % LOOK != 0) continue;
    last = resident_kilobytes();
    long *most = i < SETTLED ? &early : &late;
    if (last > *most) *most = last;
  }
  double took = seconds() - begun;
  gisa_engine_free(engine);
  printf("%zu documents in %.2f s, %.1f us each; %zu with failures, %zu changed results\n", documents, took,
         took * 1e6 / (double)documents, failures, changed);
  double drift = late == 0 ? 0 : (double)(late - early) / (double)early;
  if (late > 0)
    printf("resident: %ld kB at most within %d documents, %ld kB behind them (%+.2f %%), %ld kB at the end\n", early, SETTLED, late,
           100 * drift, last);
  free(all.items);
  gs_arena_free(&all.paths);
  gs_arena_free(&all.source);
  return changed > 0 || drift > MOST_DRIFT ? 1 : 0;
}
