/* gisa why: what an extractor tried on an article, and where it stopped. */
#include "cli/why.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "cli/excerpt.h"
#include "cli/paint.h"
#include "cli/target.h"
#include "document/source.h"

static const char help[] =
    "gisa why: what an extractor tried on an article, and where it stopped\n\n"
    "usage: gisa why NAME|DIR FILE [OPTION…]\n\n"
    "Tells which triggers occur, which patterns were tried and how far the nearest miss of each got,\n"
    "what the extractor noted with doc.note(), and the records with the text they stand in.\n\n"
    "      --at OFFSET        only the sentence that holds this byte of FILE\n"
    "      --text STRING      only the first sentence that holds STRING\n"
    "  -p, --plugins DIR      one more folder of extractors; can be given again\n"
    "      --set KEY=VALUE    a setting of an extractor, EXTRACTOR.KEY=VALUE; can be given again\n"
    "      --encoding NAME    the article's encoding, e.g. CP949; the default is UTF-8, or what a BOM says\n\n"
    "examples:\n"
    "  gisa why quotes article.md\n"
    "  gisa why quotes article.md --text '말했다.이어'\n"
    "  gisa why my-extractors/phones article.md --at 1834\n\n"
    "exit status: 0 the extractor ran, 1 it failed, 2 wrong use\n";

typedef struct asking {
  gs_arena arena;
  cli_setup setup;
  cli_target target;
  const char *file, *encoding, *at, *text;
} asking;

static const struct option options[] = {{"plugins", required_argument, NULL, 'p'}, {"set", required_argument, NULL, 's'},
                                        {"encoding", required_argument, NULL, 'c'}, {"at", required_argument, NULL, 'a'},
                                        {"text", required_argument, NULL, 't'},     {NULL, 0, NULL, 0}};

static int read_options(int count, char **arguments, asking *a) {
  for (int option; (option = getopt_long(count, arguments, "p:", options, NULL)) != -1;) {
    if (option == 'p' && a->setup.folder_count < 32) a->setup.folders[a->setup.folder_count++] = optarg;
    else if (option == 's' && a->setup.setting_count < 64) a->setup.settings[a->setup.setting_count++] = optarg;
    else if (option == 'c') a->encoding = optarg;
    else if (option == 'a') a->at = optarg;
    else if (option == 't') a->text = optarg;
    else return cli_refuse("why", "the options cannot be read");
  }
  if (count - optind != 2) return cli_refuse("why", "wanted an extractor and an article");
  if (a->at != NULL && a->at[strspn(a->at, "0123456789")] != '\0') return cli_refuse("why", "--at %s: wanted a byte", a->at);
  a->file = arguments[optind + 1];
  int status = cli_read_target(&a->arena, "why", arguments[optind], &a->setup, &a->target);
  if (status == CLI_WELL && a->target.name == NULL)
    return cli_refuse("why", "%s holds several extractors; name one", arguments[optind]);
  return status;
}

/* Sets the focus as the options ask. */
static int find_focus(const asking *a, cli_why *why) {
  why->focus = GS_NOWHERE;
  const gs_document *document = &why->document;
  if (a->at != NULL) {
    unsigned long at = strtoul(a->at, NULL, 10);
    for (uint32_t i = 0; i < document->sentences.count && why->focus == GS_NOWHERE; i++) {
      gs_span source = gs_offset_source(&document->text.map, document->sentences.items[i]);
      if (at >= source.start && at < source.stop) why->focus = i;
    }
    if (why->focus == GS_NOWHERE) return cli_refuse("why", "byte %s of %s lies in no sentence of the body", a->at, a->file);
  }
  if (a->text != NULL) {
    const char *body = document->text.bytes + document->body.start;
    const char *at = memmem(body, document->body.stop - document->body.start, a->text, strlen(a->text));
    if (at != NULL) why->focus = cli_why_sentence(why, (uint32_t)(at - document->text.bytes));
    if (why->focus == GS_NOWHERE) return cli_refuse("why", "'%s' is in no sentence of %s's body", a->text, a->file);
  }
  return CLI_WELL;
}

static int explain(const asking *a, gisa_engine *engine, cli_why *why, const gisa_input *input) {
  gisa_result *result;
  gs_listener listener = {a->target.name, cli_why_begins, cli_why_note, {cli_why_tried, why}};
  engine->listener = &listener;
  gisa_status extracted = gisa_extract(engine, input, &result);
  engine->listener = NULL;
  if (extracted != GISA_OK || !why->began) {
    fprintf(stderr, "gisa why: %s: %s\n", a->file, gisa_engine_message(engine));
    return CLI_DEGRADED;
  }
  int status = find_focus(a, why);
  if (status != CLI_WELL) return status;
  const gs_member *member = why->member;
  printf("%s %s on %s: %s, %u record%s\n", member->extractor.name, member->extractor.version, a->file,
         gs_call_status_name(member->status), member->records.count, member->records.count == 1 ? "" : "s");
  const char *failure;
  for (size_t i = 0; (failure = gisa_result_failure(result, i)) != NULL; i++)
    cli_print_failure(stdout, "", failure, why->colour);
  cli_why_show(why, stdout);
  return member->problem == NULL ? CLI_WELL : CLI_DEGRADED;
}

static int ask(asking *a) {
  int status = CLI_WELL, opened;
  char message[GS_SOURCE_MESSAGE];
  gisa_input input = {.path = a->file, .encoding = a->encoding};
  a->setup.extractors = NULL;
  gisa_engine *engine = cli_open_engine("why", &a->setup, &opened);
  if (engine == NULL) return opened;
  cli_why why = {.colour = cli_wants_colour(stdout), .focus = GS_NOWHERE};
  gs_arena_init(&why.arena, gs_heap);
  for (uint32_t i = 0; i < engine->member_count; i++)
    if (strcmp(engine->members[i]->extractor.name, a->target.name) == 0) why.member = engine->members[i];
  if (why.member == NULL) {
    status = cli_target_found("why", engine, &a->target) ? CLI_DEGRADED : CLI_USAGE;
  } else if (gs_source_read(&a->arena, a->file, (size_t)64 << 20, &input.bytes, &input.length, message) != GISA_OK) {
    fprintf(stderr, "gisa why: %s: %s\n", a->file, message);
    status = CLI_USAGE;
  } else {
    status = explain(a, engine, &why, &input);
  }
  gs_arena_free(&why.arena);
  gisa_engine_free(engine);
  return fflush(stdout) == 0 ? status : CLI_HOST;
}

static int why_command(int count, char **arguments) {
  asking a = {0};
  gs_arena_init(&a.arena, gs_heap);
  int status = read_options(count, arguments, &a);
  if (status == CLI_WELL) status = ask(&a);
  gs_arena_free(&a.arena);
  return status;
}

const cli_subcommand cli_why_subcommand = {"why", "what an extractor tried on an article", help, why_command};
