/* The gisa command: what its subcommands share. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "gisa.h"

/* Exit statuses, as the manual has them. */
enum {
  CLI_WELL = 0,     /* all documents were done */
  CLI_DEGRADED = 1, /* some documents failed or lack records; stderr names them */
  CLI_USAGE = 2,    /* wrong use */
  CLI_HOST = 3      /* the host could not do its work */
};

typedef struct cli_subcommand {
  const char *name, *summary, *help;
  int (*run)(int count, char **arguments); /* arguments[0] is the subcommand's name */
} cli_subcommand;

extern const cli_subcommand cli_run, cli_test, cli_why_subcommand, cli_eval, cli_diff, cli_list, cli_version;

/* Prints "gisa NAME: message" and where help is to be found; returns CLI_USAGE. */
int cli_refuse(const char *name, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What the options that several subcommands take leave behind. */
typedef struct cli_setup {
  const char *extractors;        /* -e */
  const char *folders[32];       /* -p */
  const char *settings[64];      /* --set */
  int folder_count, setting_count;
} cli_setup;

/* An engine with the shipped extractors, those of -p, and the settings. NULL after an error was printed, with the exit status in *status.
 * Extractors that can't be used are named on stderr and *status is CLI_DEGRADED, else CLI_WELL. */
gisa_engine *cli_open_engine(const char *name, const cli_setup *setup, int *status);

#endif
