/* gisa new: an extractor to begin with, made from an example. */
#include <dirent.h>
#include <errno.h>
#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/buffer.h"
#include "cli/command.h"
#include "document/source.h"

#define MAX_PATH_BYTES 4096
#define MAX_EXAMPLE_BYTES ((size_t)16 << 20)

static const char help[] =
    "gisa new: begin an extractor\n\n"
    "usage: gisa new NAME [--from EXAMPLE]\n\n"
    "Makes the folder NAME with extractor.lua and cases.yaml, which run and pass as they are. NAME is\n"
    "lower-case letters, digits and _; a path before it says where (my-extractors/phones).\n\n"
    "      --from EXAMPLE     what to begin with: start (the default: numbers with a unit), money\n"
    "                         (parsing values), parties (a word list), english, a shipped extractor,\n"
    "                         or a folder with extractor.lua\n\n"
    "examples:\n"
    "  gisa new phones\n"
    "  gisa new prices --from money\n"
    "  gisa test phones\n\n"
    "exit status: 0 made, 2 wrong use, 3 it could not be written\n";

typedef struct making {
  char source[MAX_PATH_BYTES], target[MAX_PATH_BYTES];
  const char *old_name, *new_name;
  gs_arena arena;
} making;

static int join(char path[MAX_PATH_BYTES], const char *folder, const char *name) {
  int length = snprintf(path, MAX_PATH_BYTES, "%s/%s", folder, name);
  return length > 0 && length < MAX_PATH_BYTES;
}

static int holds_extractor(const char *folder) {
  char path[MAX_PATH_BYTES];
  return join(path, folder, "extractor.lua") && access(path, R_OK) == 0;
}

/* An example's folder: a path, else in the examples, else among the shipped extractors. */
static int find_example(const char *name, char folder[MAX_PATH_BYTES]) {
  char room[MAX_PATH_BYTES], examples[MAX_PATH_BYTES];
  const char *shipped = cli_shipped_plugins(room, sizeof room);
  if (strchr(name, '/') != NULL) return snprintf(folder, MAX_PATH_BYTES, "%s", name) < MAX_PATH_BYTES && holds_extractor(folder);
  if (cli_shipped_examples(examples, sizeof examples) && join(folder, examples, name) && holds_extractor(folder)) return 1;
  return shipped != NULL && join(folder, shipped, name) && holds_extractor(folder);
}

static int is_identifier(const char *name) {
  return name[0] >= 'a' && name[0] <= 'z' && strlen(name) <= 40 &&
         strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

/* Where extractor.lua says its name: the old one in `name = "old"`. NULL where it does not. */
static const char *find_name(const char *text, const char *old) {
  size_t length = strlen(old);
  for (const char *at = text; (at = strstr(at, "name")) != NULL; at++) {
    const char *value = at + 4;
    value += strspn(value, " ");
    if (*value != '=') continue;
    value += 1 + strspn(value + 1, " ");
    if ((*value == '"' || *value == '\'') && strncmp(value + 1, old, length) == 0 && value[1 + length] == *value) return value + 1;
  }
  return NULL;
}

/* The example's text under the new name: in its first comment and where it says it. */
static int rename_text(const making *m, const char *text, size_t length, cli_buffer *out) {
  size_t old = strlen(m->old_name), at = 0;
  if (strncmp(text, "-- ", 3) == 0 && strncmp(text + 3, m->old_name, old) == 0 && text[3 + old] == ':') {
    if (cli_buffer_print(out, "-- %s", m->new_name) != 0) return -1;
    at = 3 + old;
  }
  const char *name = find_name(text + at, m->old_name);
  if (name == NULL) return cli_buffer_write(out, text + at, length - at);
  if (cli_buffer_write(out, text + at, (size_t)(name - text) - at) != 0 || cli_buffer_print(out, "%s", m->new_name) != 0) return -1;
  at = (size_t)(name - text) + old;
  return cli_buffer_write(out, text + at, length - at);
}

static int fail(const char *path, const char *reason) {
  fprintf(stderr, "gisa new: %s: %s\n", path, reason);
  return CLI_HOST;
}

static int copy_file(making *m, const char *name) {
  char from[MAX_PATH_BYTES], to[MAX_PATH_BYTES], message[GS_SOURCE_MESSAGE];
  const char *bytes;
  size_t length;
  cli_buffer text = {0};
  gs_arena_reset(&m->arena);
  if (!join(from, m->source, name) || !join(to, m->target, name)) return fail(name, "the path is too long");
  if (gs_source_read(&m->arena, from, MAX_EXAMPLE_BYTES, &bytes, &length, message) != GISA_OK) return fail(from, message);
  bytes = gs_arena_copy(&m->arena, bytes, length);
  bool is_extractor = strcmp(name, "extractor.lua") == 0;
  int failed = bytes == NULL || (is_extractor ? rename_text(m, bytes, length, &text) : cli_buffer_write(&text, bytes, length));
  FILE *file = failed ? NULL : fopen(to, "wxe");
  failed = file == NULL || cli_stream_write(file, text.bytes, text.length) != 0;
  if (file != NULL && fclose(file) != 0) failed = 1;
  cli_buffer_free(&text);
  if (failed) return fail(to, errno == 0 ? "out of memory" : strerror(errno));
  printf("%s\n", to);
  return CLI_WELL;
}

static int copy_folder(making *m) {
  DIR *listing = opendir(m->source);
  if (listing == NULL) return fail(m->source, strerror(errno));
  int status = CLI_WELL;
  char path[MAX_PATH_BYTES];
  for (struct dirent *entry; status == CLI_WELL && (entry = readdir(listing)) != NULL;) {
    struct stat there;
    if (entry->d_name[0] == '.' || !join(path, m->source, entry->d_name)) continue;
    if (stat(path, &there) == 0 && S_ISREG(there.st_mode)) status = copy_file(m, entry->d_name);
  }
  closedir(listing);
  return status;
}

/* An example without cases leaves a file for them. */
static int add_cases(const making *m) {
  char path[MAX_PATH_BYTES];
  if (!join(path, m->target, "cases.yaml")) return fail(m->target, "the path is too long");
  FILE *file = fopen(path, "wxe");
  if (file == NULL) return errno == EEXIST ? CLI_WELL : fail(path, strerror(errno));
  fputs("- case: an article without anything to find\n  text: 아무것도 없다.\n  expect: []\n", file);
  printf("%s\n", path);
  return fclose(file) == 0 ? CLI_WELL : fail(path, strerror(errno));
}

static int make(making *m) {
  if (mkdir(m->target, 0777) != 0) {
    if (errno == EEXIST) return cli_refuse("new", "%s is there already", m->target);
    return fail(m->target, strerror(errno));
  }
  gs_arena_init(&m->arena, gs_heap);
  int status = copy_folder(m);
  if (status == CLI_WELL) status = add_cases(m);
  gs_arena_free(&m->arena);
  if (status == CLI_WELL) printf("Try it: gisa test %s\n", m->target);
  return status;
}

static int new_extractor(int count, char **arguments) {
  static const struct option options[] = {{"from", required_argument, NULL, 'f'}, {NULL, 0, NULL, 0}};
  const char *example = "start";
  making m = {0};
  for (int option; (option = getopt_long(count, arguments, "", options, NULL)) != -1;) {
    if (option != 'f') return cli_refuse("new", "the options cannot be read");
    example = optarg;
  }
  if (count - optind != 1) return cli_refuse("new", "wanted one NAME");
  size_t length = strlen(arguments[optind]);
  while (length > 1 && arguments[optind][length - 1] == '/') length--;
  if (length >= sizeof m.target) return cli_refuse("new", "the path is too long");
  memcpy(m.target, arguments[optind], length);
  const char *slash = strrchr(m.target, '/');
  m.new_name = slash == NULL ? m.target : slash + 1;
  if (!is_identifier(m.new_name))
    return cli_refuse("new", "'%s' is no name: lower-case letters, digits and _, a letter first", m.new_name);
  if (!find_example(example, m.source))
    return cli_refuse("new", "there is no example '%s'; there are start, money, parties, english and those of `gisa list`", example);
  slash = strrchr(m.source, '/');
  m.old_name = slash + 1;
  return make(&m);
}

const cli_subcommand cli_new = {"new", "begin an extractor", help, new_extractor};
