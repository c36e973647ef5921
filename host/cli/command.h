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

extern const cli_subcommand cli_run, cli_stream, cli_merge;
extern const cli_subcommand cli_new, cli_test, cli_why_subcommand, cli_watch, cli_eval, cli_diff;
extern const cli_subcommand cli_list, cli_schema, cli_manual, cli_version;

/* Prints "gisa NAME: message" and where help is to be found; returns CLI_USAGE. */
int cli_refuse(const char *name, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What the options that several subcommands take leave behind. */
typedef struct cli_setup {
  const char *extractors;        /* -e */
  const char *folders[32];       /* -p */
  const char *settings[64];      /* --set */
  const char *limits[32];        /* --limit */
  const char *configuration;     /* --config; NULL for gisa.yaml, where there is one */
  int folder_count, setting_count, limit_count;
  size_t source_bytes;           /* --max-bytes; 0 for the default */
} cli_setup;

/* Takes an option that several subcommands have: --config, --limit, by their numbers below. 0: too many of them. */
enum { CLI_CONFIG = 1000, CLI_LIMIT };
int cli_take_option(cli_setup *setup, int option, const char *value);

/* An engine with the shipped extractors, those of -p, and the settings. NULL after an error was printed, with the exit status in *status.
 * Extractors that can't be used are named on stderr and *status is CLI_DEGRADED, else CLI_WELL. */
gisa_engine *cli_open_engine(const char *name, const cli_setup *setup, int *status);

/* Writes a merge to standard output, with a note where it joins results of different extractors. Returns an exit status after a message. */
int cli_write_merge(const char *name, gisa_merge *merge, gisa_format format);

/* Where the shipped extractors are: as GISA_PLUGINS says, beside the installed program (bin/../share/gisa/plugins), or in the source
 * tree of a program that was built and not installed. In path where it is not the environment's; NULL where nowhere. */
const char *cli_shipped_plugins(char *path, size_t room);

/* Sets path to the folder of the example extractors, likewise. 0 where there is none. */
int cli_shipped_examples(char *path, size_t room);

#endif
