/* gisa list: the extractors that are there. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

static const char help[] = "gisa list: the extractors that are there, in the order in which they run\n\n"
                           "usage: gisa list [OPTION…]\n\n"
                           "  -v, --verbose          file, needs and fields of each\n"
                           "  -p, --plugins DIR      one more folder of extractors; can be given again\n\n"
                           "examples:\n"
                           "  gisa list\n"
                           "  gisa list -v -p my-extractors/\n";

static const struct option options[] = {
    {"verbose", no_argument, NULL, 'v'}, {"plugins", required_argument, NULL, 'p'}, {NULL, 0, NULL, 0}};

static void print_details(const gisa_engine *engine, size_t index, const gisa_extractor_info *info) {
  printf("    file    %s\n", info->path);
  for (size_t n = 0; info->needs[n] != NULL; n++) printf("    needs   %s\n", info->needs[n]);
  const char *name, *description;
  char type[48];
  for (size_t f = 0; gisa_engine_field(engine, index, f, &name, type, &description) != 0; f++)
    printf("    %-14s %-18s %s\n", name, type, description);
}

static int list(int count, char **arguments) {
  cli_setup setup = {0};
  int verbose = 0, status;
  for (int option; (option = getopt_long(count, arguments, "vp:", options, NULL)) != -1;) {
    if (option == 'v')
      verbose = 1;
    else if (option == 'p' && setup.folder_count < 32)
      setup.folders[setup.folder_count++] = optarg;
    else
      return cli_refuse("list", "the options cannot be read");
  }
  if (optind < count) return cli_refuse("list", "'%s' was not expected", arguments[optind]);
  gisa_engine *engine = cli_open_engine("list", &setup, &status);
  if (engine == NULL) return status;
  gisa_extractor_info info;
  for (size_t i = 0; gisa_engine_extractor(engine, i, &info) != 0; i++) {
    printf("%-12s %-8s %s\n", info.name, info.version, info.summary);
    if (verbose) print_details(engine, i, &info);
  }
  gisa_engine_free(engine);
  return fflush(stdout) == 0 ? status : CLI_HOST;
}

const cli_subcommand cli_list = {"list", "the extractors that are there", help, list};
