/* Text for people: colours where a terminal shows them, and what differs between two lines. */
#ifndef CLI_PAINT_H
#define CLI_PAINT_H

#include <stdio.h>

#include "record/value.h"

typedef enum cli_colour { CLI_PLAIN, CLI_RED, CLI_GREEN, CLI_YELLOW, CLI_BLUE, CLI_BOLD, CLI_DIM, CLI_MARKED } cli_colour;

/* Whether a stream wants colours: a terminal, unless NO_COLOR is set. */
int cli_wants_colour(FILE *stream);

/* The escape that begins a colour, "" where colours are off; CLI_PLAIN ends it. */
const char *cli_paint(int colours, cli_colour colour);

/* Prints `INDENT- KEY: old` and `INDENT+ KEY: new`, values as JSON, in red and green, with the stretch that differs marked. key may be
 * NULL, and so may each value: that line is then left out. */
void cli_print_change(FILE *out, int colours, const char *indent, const char *key, const gs_value *old, const gs_value *fresh);

#endif
