/* Each hostile extractor beside good ones over many articles.
 *
 * usage: soak_hostile FOLDER ARTICLES */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/source.h"
#include "hostile/hostile.h"

typedef struct piece {
  const char *bytes;
  size_t length;
} piece;

static gisa_engine *good;
static piece *articles;
static size_t article_count, problems, names;

/* So small that a loop ends in a millisecond: with the defaults this would take hours. What is expected names no numbers. */
static gisa_limits small_limits(void) {
  gisa_limits limits;
  gisa_engine *any = gisa_engine_new(NULL);
  gisa_engine_limits(any, &limits);
  gisa_engine_free(any);
  limits.instructions = 100000;
  limits.match_steps = 1000000;
  limits.memory = (size_t)2 << 20;
  limits.milliseconds = 20;
  return limits;
}

static void try(const char *name) {
  culprit c;
  gisa_limits limits = small_limits();
  const char *wrong = culprit_open(&c, name, &limits);
  c.any_limit = true;
  for (size_t i = 0; wrong == NULL && i < article_count; i++) wrong = culprit_try(&c, good, articles[i].bytes, articles[i].length);
  if (wrong != NULL) {
    printf("%s: %s\n", name, wrong);
    problems++;
  }
  culprit_close(&c);
  names++;
}

static void read_articles(gs_arena *arena, const char *folder, size_t most) {
  DIR *listing = opendir(folder);
  if (listing == NULL) return;
  articles = calloc(most, sizeof *articles);
  for (struct dirent *entry; article_count < most && (entry = readdir(listing)) != NULL;) {
    char path[4096], message[GS_SOURCE_MESSAGE];
    piece *p = &articles[article_count];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (entry->d_name[0] != '.' && gs_source_read(arena, path, (size_t)1 << 20, &p->bytes, &p->length, message) == GISA_OK)
      article_count++;
  }
  closedir(listing);
  /* A small folder comes round again. */
  for (size_t i = article_count, from = 0; article_count > 0 && i < most; i++) articles[i] = articles[from++];
  if (article_count > 0) article_count = most;
}

int main(int count, char **arguments) {
  if (count != 3) return fprintf(stderr, "usage: soak_hostile FOLDER ARTICLES\n"), 2;
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  read_articles(&arena, arguments[1], strtoul(arguments[2], NULL, 10));
  gisa_limits limits = small_limits();
  good = open_good(&limits);
  if (article_count == 0 || good == NULL) return fprintf(stderr, "soak_hostile: no articles\n"), 3;
  culprits(try);
  printf("%zu hostile extractors over %zu articles each: %zu problems\n", names, article_count, problems);
  gisa_engine_free(good);
  gs_arena_free(&arena);
  free(articles);
  return problems > 0;
}
