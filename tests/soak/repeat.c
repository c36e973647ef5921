/* Extracts a folder of articles again and again in one process, and says how fast, and what memory does.
 *
 * usage: soak_repeat PLUGINS FOLDER DOCUMENTS
 *
 * Fails where resident memory drifts by more than 2 % behind the first 10,000 documents, or one article's result
 * changes between its first and its last time. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "document/source.h"
#include "gisa.h"
#include "text/digest.h"

#define SETTLED 10000 /* documents until caches and heaps have their size */
#define MOST_DRIFT 0.02

typedef struct article {
  char *name;
  const char *bytes;
  size_t length;
  uint64_t written; /* a hash of its first result */
} article;

typedef struct articles {
  gs_arena arena;
  article *items;
  size_t count;
} articles;

static void stop(const char *what) {
  fprintf(stderr, "soak_repeat: %s\n", what);
  exit(3);
}

static int by_name(const void *a, const void *b) {
  return strcmp(((const article *)a)->name, ((const article *)b)->name);
}

static void read_folder(articles *all, const char *folder) {
  DIR *listing = opendir(folder);
  if (listing == NULL) stop("no such folder of articles");
  gs_arena_init(&all->arena, gs_heap);
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    char path[4096], message[GS_SOURCE_MESSAGE];
    article one = {0};
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (gs_source_read(&all->arena, path, (size_t)4 << 20, &one.bytes, &one.length, message) != GISA_OK) continue;
    one.name = gs_arena_copy(&all->arena, entry->d_name, strlen(entry->d_name));
    all->items = realloc(all->items, (all->count + 1) * sizeof *all->items);
    if (one.name == NULL || all->items == NULL) stop("out of memory");
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

static void extract(gisa_engine *engine, article *one) {
  gisa_result *result;
  if (gisa_extract(engine, &(gisa_input){.bytes = one->bytes, .length = one->length, .path = one->name}, &result) != GISA_OK)
    stop(gisa_engine_message(engine));
  uint64_t written = 14695981039346656037u;
  if (gisa_result_write(result, GISA_NDJSON, hash, &written) != GISA_OK) stop("a result cannot be written");
  if (gisa_result_failures(result) > 0 && failures++ < 5)
    fprintf(stderr, "soak_repeat: %s: %s\n", one->name, gisa_result_failure(result, 0));
  if (one->written == 0) one->written = written;
  if (one->written != written && changed++ == 0) fprintf(stderr, "soak_repeat: %s: the result changed\n", one->name);
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
  read_folder(&all, arguments[2]);
  gisa_engine *engine = gisa_engine_new(NULL);
  if (engine == NULL || gisa_engine_add_plugins(engine, arguments[1]) != GISA_OK || gisa_engine_load(engine) != GISA_OK)
    stop(engine == NULL ? "out of memory" : gisa_engine_message(engine));
  long settled = 0, last = 0, most = 0;
  double begun = seconds();
  for (size_t i = 0; i < documents; i++) {
    extract(engine, &all.items[i % all.count]);
    if (i + 1 == SETTLED) settled = resident_kilobytes();
    if (settled == 0 || (i + 1) % 10000 != 0) continue;
    last = resident_kilobytes();
    if (last > most) most = last;
  }
  double took = seconds() - begun;
  gisa_engine_free(engine);
  printf("%zu documents in %.2f s, %.1f us each; %zu with failures, %zu changed results\n", documents, took,
         took * 1e6 / (double)documents, failures, changed);
  if (settled > 0)
    printf("resident: %ld kB after %d documents, %ld kB at most, %ld kB at the end (%+.2f %%)\n", settled, SETTLED, most, last,
           100.0 * (double)(last - settled) / (double)settled);
  free(all.items);
  gs_arena_free(&all.arena);
  return changed > 0 || (settled > 0 && (double)(most - settled) > MOST_DRIFT * (double)settled) ? 1 : 0;
}
