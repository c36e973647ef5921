/* A set of results, by article: what `gisa run` wrote, as NDJSON, a YAML stream, or a folder of files. */
#ifndef CLI_RESULT_SET_H
#define CLI_RESULT_SET_H

#include "record/value.h"

typedef struct cli_stored {
  const char *id, *json; /* one line */
  size_t length;
  int seen;
} cli_stored;

typedef struct cli_result_set {
  gs_arena arena;
  cli_stored *items; /* in the order of their ids */
  size_t count, room;
} cli_result_set;

/* Takes one result; it lives until the function returns. Return 0 to go on. */
typedef int cli_result_fn(void *context, const char *id, const gs_value *result);

/* Calls take for every result at path. CLI_WELL, else after an error was printed CLI_USAGE or CLI_HOST. */
int cli_each_result(const char *command, const char *path, cli_result_fn *take, void *context);

/* A set that is filled by hand: open, add each (0, or -1 when memory is out), sort before it is looked into. */
void cli_result_set_open(cli_result_set *set);
int cli_result_set_add(cli_result_set *set, const char *id, const gs_value *result);
void cli_result_set_sort(cli_result_set *set);

/* Reads all results at path; statuses as above. What is stored takes as much memory as its NDJSON. */
int cli_result_set_read(const char *command, const char *path, cli_result_set *set);

/* The result of an article, NULL where there is none. */
cli_stored *cli_result_set_find(const cli_result_set *set, const char *id);

void cli_result_set_free(cli_result_set *set);

#endif
