/* gisa watch: runs again whenever an extractor or an article is saved, and prints what changed. */
#include <dirent.h>
#include <errno.h>
#include <getopt.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/articles.h"
#include "cli/buffer.h"
#include "cli/change.h"
#include "cli/excerpt.h"
#include "cli/paint.h"
#include "cli/result_set.h"
#include "cli/target.h"
#include "engine/engine.h"
#include "record/read.h"

static const char help[] =
    "gisa watch: run again whenever a file is saved\n\n"
    "usage: gisa watch NAME|DIR PATH… [OPTION…]\n\n"
    "Runs an extractor over the articles of PATH, and again when a file of the extractor, of a folder lib\n"
    "beside it or an article is saved; prints the records that were gained, lost and changed. Ends with\n"
    "Ctrl-C.\n\n"
    "  -n, --sample NUMBER    records to show of each kind (5)\n"
    "      --times NUMBER     end after this many runs\n"
    "  -p, --plugins DIR      one more folder of extractors; can be given again\n"
    "      --set KEY=VALUE    a setting of an extractor, EXTRACTOR.KEY=VALUE; can be given again\n\n"
    "examples:\n"
    "  gisa watch my-extractors/phones article.md\n"
    "  gisa watch quotes articles/ --sample 2\n\n"
    "exit status: 0 ended, 2 wrong use, 3 files cannot be watched\n";

/* Editors save in several steps (write, rename, set rights); what comes within this time is one save. */
#define SETTLE_MS 120

typedef struct watching {
  gs_arena arena; /* of the target */
  cli_setup setup;
  cli_target target;
  char **paths;
  int path_count;
  long times;
  size_t sample;
  int inotify, colour;
  cli_result_set last; /* results of the run before */
  /* The run at hand: */
  cli_result_set now;
  cli_changes changes;
  gisa_engine *engine;
  size_t records, failed;
} watching;

static volatile sig_atomic_t ended;

static void end(int signal) {
  (void)signal;
  ended = 1;
}

static void watch_folder(watching *w, const char *folder) {
  inotify_add_watch(w->inotify, folder, IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE);
}

/* A file's folder, and a folder with those in it that hold articles. */
static void watch_path(watching *w, const char *path) {
  char folder[4096];
  struct stat there;
  if (stat(path, &there) == 0 && S_ISDIR(there.st_mode)) {
    watch_folder(w, path);
    DIR *listing = opendir(path);
    for (struct dirent *entry; listing != NULL && (entry = readdir(listing)) != NULL;) {
      int length = snprintf(folder, sizeof folder, "%s/%s", path, entry->d_name);
      if (entry->d_name[0] != '.' && length < (int)sizeof folder && stat(folder, &there) == 0 && S_ISDIR(there.st_mode))
        watch_path(w, folder);
    }
    if (listing != NULL) closedir(listing);
    return;
  }
  const char *slash = strrchr(path, '/');
  snprintf(folder, sizeof folder, "%.*s", slash == NULL ? 1 : (int)(slash - path), slash == NULL ? "." : path);
  watch_folder(w, folder[0] == '\0' ? "/" : folder);
}

static int compare(watching *w, const char *id, const gs_value *result) {
  static const gs_value nothing = {.kind = GS_MAP};
  gs_arena arena;
  gs_value *old = NULL;
  char message[GS_READ_MESSAGE];
  gs_arena_init(&arena, gs_heap);
  const cli_stored *stored = cli_result_set_find(&w->last, id);
  if (stored != NULL && gs_json_read(&arena, stored->json, stored->length, message, &old) != GISA_OK) old = NULL;
  int failed = cli_compare_results(&w->changes, id, old == NULL ? &nothing : old, result);
  gs_arena_free(&arena);
  return failed;
}

static int take(void *context, const char *path, const char *bytes, size_t length) {
  watching *w = context;
  gisa_result *result;
  gisa_outcome outcome;
  const char *failure;
  if (gisa_extract(w->engine, &(gisa_input){.bytes = bytes, .length = length, .path = path}, &result) != GISA_OK) return 0;
  for (size_t i = 0; gisa_result_outcome(result, i, &outcome) != 0; i++)
    if (strcmp(outcome.name, w->target.name) == 0) w->records += outcome.records;
  for (size_t i = 0; (failure = gisa_result_failure(result, i)) != NULL && w->failed < 3; i++, w->failed++) {
    printf("%s:\n", path);
    cli_print_failure(stdout, "  ", failure, w->colour);
  }
  return cli_result_set_add(&w->now, path, result->root) != 0 ? -1 : compare(w, path, result->root);
}

/* One run over all articles; a broken extractor leaves the last results as they were. */
static void run(watching *w) {
  int status;
  size_t unread = 0;
  w->setup.extractors = w->target.name;
  fflush(stdout);
  w->engine = cli_open_engine("watch", &w->setup, &status);
  if (w->engine == NULL) return;
  gisa_extractor_info info;
  if (gisa_engine_extractor(w->engine, 0, &info) != 0) {
    cli_result_set_open(&w->now);
    w->changes = (cli_changes){.sample_most = w->sample};
    gs_arena_init(&w->changes.arena, gs_heap);
    w->records = w->failed = 0;
    for (int i = 0; i < w->path_count; i++) cli_each_article("watch", w->paths[i], take, w, &unread);
    cli_result_set_sort(&w->now);
    printf("%s%s: %zu records in %zu articles%s\n", cli_paint(w->colour, CLI_BOLD), w->target.name, w->records,
           w->now.count, cli_paint(w->colour, CLI_PLAIN));
    if (cli_has_changes(&w->changes)) cli_print_changes(stdout, &w->changes, w->colour);
    gs_arena_free(&w->changes.arena);
    cli_result_set_free(&w->last);
    w->last = w->now;
  }
  fflush(stdout);
  gisa_engine_free(w->engine);
}

/* Waits for a save, and for its last step. 0 when it is time to end. */
static int wait_for_save(watching *w) {
  char events[4096];
  struct pollfd source = {.fd = w->inotify, .events = POLLIN};
  if (ended || poll(&source, 1, -1) <= 0) return 0;
  do {
    if (read(w->inotify, events, sizeof events) <= 0) return 0;
  } while (poll(&source, 1, SETTLE_MS) > 0);
  return !ended;
}

static int watch_all(watching *w) {
  w->inotify = inotify_init1(IN_CLOEXEC);
  if (w->inotify < 0) {
    fprintf(stderr, "gisa watch: files cannot be watched: %s\n", strerror(errno));
    return CLI_HOST;
  }
  int status;
  gisa_engine *engine = cli_open_engine("watch", &w->setup, &status);
  if (engine == NULL) return close(w->inotify), status;
  const char *path = cli_target_path(&w->arena, engine, &w->target);
  if (path == NULL) status = cli_target_found("watch", engine, &w->target) ? CLI_DEGRADED : CLI_USAGE;
  gisa_engine_free(engine);
  if (path == NULL) return close(w->inotify), status;
  struct sigaction action = {.sa_handler = end};
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  watch_path(w, path);
  char library[4096 + 16];
  snprintf(library, sizeof library, "%.4095s/../lib", path);
  if (access(library, F_OK) == 0) watch_path(w, library);
  for (int i = 0; i < w->path_count; i++) watch_path(w, w->paths[i]);
  cli_result_set_open(&w->last);
  run(w);
  for (long n = 1; n != w->times && wait_for_save(w); n++) run(w);
  cli_result_set_free(&w->last);
  close(w->inotify);
  return CLI_WELL;
}

static int is_number(const char *text) {
  return text[0] != '\0' && text[strspn(text, "0123456789")] == '\0' && strlen(text) < 6;
}

static int watch(int count, char **arguments) {
  static const struct option options[] = {{"plugins", required_argument, NULL, 'p'}, {"set", required_argument, NULL, 's'},
                                          {"sample", required_argument, NULL, 'n'},  {"times", required_argument, NULL, 't'},
                                          {NULL, 0, NULL, 0}};
  watching w = {.sample = 5, .colour = cli_wants_colour(stdout)};
  for (int option; (option = getopt_long(count, arguments, "p:n:", options, NULL)) != -1;) {
    if (option == 'p' && w.setup.folder_count < 32) w.setup.folders[w.setup.folder_count++] = optarg;
    else if (option == 's' && w.setup.setting_count < 64) w.setup.settings[w.setup.setting_count++] = optarg;
    else if (option == 'n' && is_number(optarg)) w.sample = (size_t)strtoul(optarg, NULL, 10);
    else if (option == 't' && is_number(optarg)) w.times = strtol(optarg, NULL, 10);
    else return cli_refuse("watch", "the options cannot be read");
  }
  if (count - optind < 2) return cli_refuse("watch", "wanted an extractor and articles");
  gs_arena_init(&w.arena, gs_heap);
  int status = cli_read_target(&w.arena, "watch", arguments[optind], &w.setup, &w.target);
  if (status == CLI_WELL && w.target.name == NULL)
    status = cli_refuse("watch", "%s holds several extractors; name one", arguments[optind]);
  w.paths = arguments + optind + 1;
  w.path_count = count - optind - 1;
  if (status == CLI_WELL) status = watch_all(&w);
  gs_arena_free(&w.arena);
  return status;
}

const cli_subcommand cli_watch = {"watch", "run again whenever a file is saved", help, watch};
