/* gisa: finds the subcommand and hands over. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "batch/json_line.h"
#include "cli/command.h"
#include "cli/description.h"

static const cli_subcommand *const subcommands[] = {
    &cli_run,
    &cli_stream,
    &cli_merge,
    &cli_new,
    &cli_test,
    &cli_why_subcommand,
    &cli_watch,
    &cli_eval,
    &cli_diff,
    &cli_list,
    &cli_schema,
    &cli_manual,
    &cli_version,
    NULL,
};
#define SUBCOMMANDS (sizeof subcommands / sizeof subcommands[0] - 1)

const cli_subcommand *const *cli_subcommands(void) {
  return subcommands;
}

int cli_refuse(const char *name, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  fprintf(stderr, "gisa%s%s: ", name[0] == '\0' ? "" : " ", name);
  vfprintf(stderr, format, arguments);
  fprintf(stderr, "\nTry `gisa%s%s --help`.\n", name[0] == '\0' ? "" : " ", name);
  va_end(arguments);
  return CLI_USAGE;
}

static int help(FILE *stream) {
  fputs("gisa: extracts facts from news articles, each with the bytes it came from\n\n"
        "usage: gisa SUBCOMMAND [ARGUMENT…]\n\n",
        stream);
  for (size_t i = 0; i < SUBCOMMANDS; i++) fprintf(stream, "  %-9s %s\n", subcommands[i]->name, subcommands[i]->summary);
  fputs("\n`gisa SUBCOMMAND --help` tells more of each.\n\n"
        "examples:\n"
        "  gisa run article.md                 extract one article, YAML on standard output\n"
        "  gisa run articles/ -o results/      a folder of articles, one file each\n"
        "  gisa list                           the extractors that are there\n\n"
        "exit status: 0 all well, 1 some documents failed or lack records, 2 wrong use,\n"
        "3 the host could not do its work\n",
        stream);
  return stream == stdout ? CLI_WELL : CLI_USAGE;
}

static int run(const cli_subcommand *subcommand, int count, char **arguments) {
  batch_json_watch_memory();
  int status = subcommand->run(count, arguments);
  if (status == CLI_HOST || !batch_json_memory_was_out()) return status;
  fprintf(stderr, "gisa %s: out of memory while JSON was read: what was written lacks parts\n", subcommand->name);
  return CLI_HOST;
}

int main(int count, char **arguments) {
  if (count < 2) return help(stderr);
  const char *name = arguments[1];
  if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) return help(stdout);
  if (strcmp(name, "--version") == 0) name = "version";
  for (size_t i = 0; i < SUBCOMMANDS; i++) {
    if (strcmp(subcommands[i]->name, name) != 0) continue;
    for (int a = 2; a < count && strcmp(arguments[a], "--") != 0; a++)
      if (strcmp(arguments[a], "--help") == 0 || strcmp(arguments[a], "-h") == 0) {
        fputs(subcommands[i]->help, stdout);
        return CLI_WELL;
      }
    return run(subcommands[i], count - 1, arguments + 1);
  }
  return cli_refuse("", "there is no subcommand '%s'", name);
}
