/* The options of gisa run and gisa stream. */
#ifndef CLI_RUN_OPTIONS_H
#define CLI_RUN_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "cli/command.h"

#define CLI_MAX_LISTS 16

typedef struct cli_run_options {
  cli_setup setup;
  const char *output, *encoding, *failures, *stats;
  gisa_format format;
  unsigned workers;
  uint64_t deadline; /* nanoseconds */
  size_t max_bytes;
  bool merge, records, force, dry_run, fsync, timings, log_progress, unconfined;
  const char *lists[CLI_MAX_LISTS]; /* --files-from */
  int list_count;
  char *const *paths; /* NULL-terminated */
  int path_count;
} cli_run_options;

extern const char cli_run_help[];

/* Reads the command line. CLI_WELL, or CLI_USAGE after a message. */
int cli_run_options_read(int count, char **arguments, cli_run_options *options);

/* The same for gisa stream, which has some of them. */
int cli_stream_options_read(int count, char **arguments, cli_run_options *options);

#endif
