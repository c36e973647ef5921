#include "cli/description.h"

#include <ctype.h>
#include <string.h>

/* A help is written like this: a head line, `usage: …`, paragraphs, options, `examples:` and `exit status: …`. An option's line begins with spaces
 * and a dash, and goes on in lines that begin with this many spaces. */
#define TEXT_COLUMN 20

static void append(char *to, size_t room, const char *separator, const char *text, size_t length) {
  size_t used = strlen(to);
  snprintf(to + used, room - used, "%s%.*s", used > 0 ? separator : "", (int)length, text);
}

/* `  -o, --output DIR       text`. */
static void read_option(cli_option *option, const char *line, size_t length) {
  const char *at = line + strspn(line, " "), *end = line + length;
  if (at[1] != '-') {
    option->letter = at[1];
    at += 2;
    while (at < end && *at != '-') at++;
  }
  at += 2;
  size_t size = strcspn(at, " \n");
  snprintf(option->name, sizeof option->name, "%.*s", (int)size, at);
  at += size;
  /* What is wanted with it stands one space behind, in capitals. */
  if (at + 1 < end && at[0] == ' ' && isupper((unsigned char)at[1])) {
    size = strspn(at + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789=");
    snprintf(option->argument, sizeof option->argument, "%.*s", (int)size, at + 1);
    at += size + 1;
  }
  at += strspn(at, " ");
  if (at < end) append(option->text, sizeof option->text, "", at, (size_t)(end - at));
}

void cli_describe(const cli_subcommand *subcommand, cli_description *d) {
  enum { PROSE, OPTIONS, EXAMPLES, STATUS } part = PROSE;
  memset(d, 0, sizeof *d);
  d->subcommand = subcommand;
  const char *line = strchr(subcommand->help, '\n') + 1;
  for (bool empty = false; *line != '\0'; line += *line == '\n') {
    size_t length = strcspn(line, "\n"), indent = strspn(line, " ");
    if (length == 0) {
      empty = true;
    } else if (strncmp(line, "usage: ", 7) == 0) {
      append(d->usage, sizeof d->usage, "", line + 7, length - 7);
    } else if (strncmp(line, "examples:", 9) == 0) {
      part = EXAMPLES;
    } else if (strncmp(line, "exit status: ", 13) == 0) {
      part = STATUS;
      append(d->status, sizeof d->status, "", line + 13, length - 13);
    } else if (part == STATUS) {
      append(d->status, sizeof d->status, " ", line, length);
    } else if (part == EXAMPLES) {
      append(d->examples, sizeof d->examples, "\n", line + indent, length - indent);
    } else if (indent > 0 && line[indent] == '-' && d->option_count < CLI_MAX_OPTIONS) {
      part = OPTIONS;
      read_option(&d->options[d->option_count++], line, length);
    } else if (part == OPTIONS && indent >= TEXT_COLUMN) {
      cli_option *last = &d->options[d->option_count - 1];
      append(last->text, sizeof last->text, " ", line + indent, length - indent);
    } else {
      part = PROSE;
      append(d->prose, sizeof d->prose, empty ? "\n\n" : "\n", line, length);
    }
    if (length > 0) empty = false;
    line += length;
  }
}
