/* gisa list: the extractors that are there. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/target.h"
#include "engine/engine.h"

static const char help[] = "gisa list: the extractors that are there, in the order in which they run\n\n"
                           "usage: gisa list [NAME…] [OPTION…]\n\n"
                           "  -v, --verbose          file, needs, triggers, settings, identity and fields of each\n"
                           "  -p, --plugins DIR      one more folder of extractors; can be given again\n\n"
                           "examples:\n"
                           "  gisa list\n"
                           "  gisa list quotes --verbose\n"
                           "  gisa list -v -p my-extractors/\n";

static const struct option options[] = {
    {"verbose", no_argument, NULL, 'v'}, {"plugins", required_argument, NULL, 'p'}, {NULL, 0, NULL, 0}};

/* A list of words behind a heading, where there are any. */
static void print_words(const char *heading, const char *const *words, size_t count) {
  if (count == 0) return;
  printf("    %-9s ", heading);
  for (size_t i = 0; i < count; i++) printf("%s%s", i == 0 ? "" : ", ", words[i]);
  putchar('\n');
}

/* How wide the names of the fields are. */
static int name_width(const gs_extractor *extractor) {
  size_t width = 0;
  for (uint32_t f = 0; f < extractor->field_count; f++)
    if (strlen(extractor->fields[f].name) > width) width = strlen(extractor->fields[f].name);
  return (int)width;
}

static void print_details(gs_extractor *extractor) {
  gs_arena arena;
  const char *words[64], **settings = NULL;
  size_t count = 0;
  char type[48];
  gs_arena_init(&arena, gs_heap);
  printf("    %-9s %s\n", "file", extractor->path);
  print_words("needs", extractor->needs, extractor->need_count);
  for (; count < extractor->trigger_count && count < 64; count++) words[count] = extractor->triggers[count].bytes;
  print_words("triggers", words, count);
  size_t setting_count = gs_extractor_settings(extractor, &arena, &settings);
  print_words("settings", settings, setting_count);
  for (count = 0; count < extractor->identity_count; count++) words[count] = extractor->fields[extractor->identity[count]].name;
  print_words("identity", words, count);
  printf("    fields\n");
  for (uint32_t f = 0; f < extractor->field_count; f++) {
    gs_field_type_print(&extractor->fields[f].type, type);
    printf("      %-*s  %-17s %s\n", name_width(extractor), extractor->fields[f].name, type, extractor->fields[f].description);
  }
  gs_arena_free(&arena);
}

static bool is_asked_for(const char *name, int count, char **names) {
  for (int i = 0; i < count; i++)
    if (strcmp(names[i], name) == 0) return true;
  return count == 0;
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
  gisa_engine *engine = cli_open_engine("list", &setup, &status);
  if (engine == NULL) return status;
  for (int i = optind; i < count; i++)
    if (!cli_target_found("list", engine, &(cli_target){.argument = arguments[i], .name = arguments[i]})) status = CLI_USAGE;
  for (uint32_t i = 0; status != CLI_USAGE && i < engine->member_count; i++) {
    gs_extractor *extractor = &engine->members[i]->extractor;
    if (!is_asked_for(extractor->name, count - optind, arguments + optind)) continue;
    printf("%-12s %-8s %s\n", extractor->name, extractor->version, extractor->summary);
    if (verbose) print_details(extractor);
  }
  gisa_engine_free(engine);
  return fflush(stdout) == 0 ? status : CLI_HOST;
}

const cli_subcommand cli_list = {"list", "the extractors that are there", help, list};
