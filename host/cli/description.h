/* The command as its helps describe it, in parts: what the manual page and the completions of shells are made of, so that all three say
 * the same. */
#ifndef CLI_DESCRIPTION_H
#define CLI_DESCRIPTION_H

#include <stdbool.h>
#include <stdio.h>

#include "cli/command.h"

#define CLI_MAX_OPTIONS 48

/* One option. Strings end as told by their lengths: they lie in the help. */
typedef struct cli_option {
  char letter;         /* 0 for none */
  char name[32];       /* without its dashes */
  char argument[32];   /* DIR, LIST, …; empty for none */
  char text[400];      /* on one line */
} cli_option;

typedef struct cli_description {
  const cli_subcommand *subcommand;
  char usage[160];              /* without `usage: ` */
  char prose[2400];             /* paragraphs, an empty line between */
  char examples[1200], status[400];
  cli_option options[CLI_MAX_OPTIONS];
  int option_count;
} cli_description;

/* Takes a help apart. */
void cli_describe(const cli_subcommand *subcommand, cli_description *description);

/* All subcommands, in the order of `gisa --help`; NULL behind the last. */
const cli_subcommand *const *cli_subcommands(void);

void cli_print_manual(FILE *out);
void cli_print_bash(FILE *out);
void cli_print_zsh(FILE *out);
void cli_print_fish(FILE *out);

#endif
