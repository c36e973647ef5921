/* gisa schema: JSON Schema of results, made from what the extractors declare. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "cli/buffer.h"
#include "cli/command.h"
#include "engine/engine.h"
#include "record/write.h"

static const char help[] = "gisa schema: JSON Schema of the output\n\n"
                           "usage: gisa schema [OPTION…]\n\n"
                           "Prints a schema (draft 2020-12) of one result, as `gisa run --format json` writes it and as its\n"
                           "YAML reads: the records of each extractor with the types of their fields.\n\n"
                           "  -e, --extractors LIST  names separated by commas; the default is all of them\n"
                           "  -p, --plugins DIR      one more folder of extractors; can be given again\n\n"
                           "examples:\n"
                           "  gisa schema > result.schema.json\n"
                           "  gisa schema -e quotes\n\n"
                           "exit status: 0 all well, 1 an extractor cannot be used, 2 wrong use\n";

/* The parts that every result has. A place is [start, stop], bytes of the source. */
static const char head[] =
    "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"title\":\"Result of gisa\",\"type\":\"object\","
    "\"$defs\":{"
    "\"place\":{\"description\":\"bytes of the source, the last excluded\",\"type\":\"array\","
    "\"items\":{\"type\":\"integer\",\"minimum\":0},\"minItems\":2,\"maxItems\":2},"
    "\"text\":{\"type\":[\"string\",\"null\"]},"
    "\"digest\":{\"type\":\"string\",\"pattern\":\"^sha256:[0-9a-f]{64}$\"}},"
    "\"properties\":{"
    "\"gisa\":{\"description\":\"version of this layout\",\"const\":1},"
    "\"source\":{\"type\":\"object\",\"properties\":{\"path\":{\"$ref\":\"#/$defs/text\"},"
    "\"bytes\":{\"type\":\"integer\",\"minimum\":0},\"digest\":{\"$ref\":\"#/$defs/digest\"}},"
    "\"required\":[\"path\",\"bytes\",\"digest\"],\"additionalProperties\":false},"
    "\"made_with\":{\"description\":\"stands for the extractors and their settings; null where one was kept from running\","
    "\"anyOf\":[{\"$ref\":\"#/$defs/digest\"},{\"type\":\"null\"}]},"
    "\"article\":{\"type\":\"object\",\"properties\":{\"id\":{\"$ref\":\"#/$defs/text\"},\"title\":{\"$ref\":\"#/$defs/text\"},"
    "\"publisher\":{\"$ref\":\"#/$defs/text\"},"
    "\"author\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"$ref\":\"#/$defs/text\"},"
    "\"email\":{\"$ref\":\"#/$defs/text\"}},\"additionalProperties\":false}},"
    "\"published_at\":{\"$ref\":\"#/$defs/text\"},\"url\":{\"$ref\":\"#/$defs/text\"}},"
    "\"required\":[\"id\",\"title\",\"publisher\",\"author\",\"published_at\",\"url\"],\"additionalProperties\":false},"
    "\"identity\":{\"description\":\"fields by which records of different articles are one\",\"type\":\"object\","
    "\"additionalProperties\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},"
    "\"extractors\":{\"type\":\"object\","
    "\"additionalProperties\":{\"enum\":[\"ok\",\"empty\",\"skipped\",\"error\",\"limit\"]}},"
    "\"diagnostics\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"stage\":{\"type\":\"string\"},"
    "\"message\":{\"type\":\"string\"},\"at\":{\"$ref\":\"#/$defs/place\"}},\"required\":[\"stage\",\"message\"],"
    "\"additionalProperties\":false}}";

static void add_text(cli_buffer *out, const char *text) {
  const gs_value value = {.kind = GS_STRING, .string = {text, strlen(text)}};
  if (gs_json_write(&value, false, &(gs_sink){cli_buffer_write, out}) == GISA_OK) out->length--; /* the newline */
}

static void add_type(cli_buffer *out, const gs_field_type *type) {
  static const char *const names[] = {[GS_FIELD_SPAN] = "string", [GS_FIELD_STRING] = "string", [GS_FIELD_NUMBER] = "number",
                                      [GS_FIELD_INTEGER] = "integer", [GS_FIELD_BOOLEAN] = "boolean"};
  const char *name = names[type->kind], *absent = type->optional ? ",\"null\"" : "";
  if (type->list)
    cli_buffer_print(out, "\"type\":[\"array\"%s],\"items\":{\"type\":\"%s\"}", absent, name);
  else
    cli_buffer_print(out, "\"type\":[\"%s\"%s%s]", name, type->or_string ? ",\"string\"" : "", absent);
}

/* The records of an extractor: every field is there, an absent one as null. */
static void add_extractor(cli_buffer *out, const gs_extractor *extractor) {
  add_text(out, extractor->name);
  cli_buffer_print(out, ":{\"description\":");
  add_text(out, extractor->summary);
  cli_buffer_print(out, ",\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{");
  for (uint32_t f = 0; f < extractor->field_count; f++) {
    add_text(out, extractor->fields[f].name);
    cli_buffer_print(out, ":{\"description\":");
    add_text(out, extractor->fields[f].description);
    cli_buffer_print(out, ",");
    add_type(out, &extractor->fields[f].type);
    cli_buffer_print(out, "},");
  }
  cli_buffer_print(out, "\"at\":{\"$ref\":\"#/$defs/place\"}},\"required\":[");
  for (uint32_t f = 0; f < extractor->field_count; f++) {
    add_text(out, extractor->fields[f].name);
    cli_buffer_print(out, ",");
  }
  cli_buffer_print(out, "\"at\"],\"additionalProperties\":false}}");
}

static int print_schema(const gisa_engine *engine) {
  cli_buffer out = {0};
  cli_buffer_print(&out, "%s", head);
  for (uint32_t i = 0; i < engine->member_count; i++) {
    if (!engine->members[i]->chosen) continue;
    cli_buffer_print(&out, ",");
    add_extractor(&out, &engine->members[i]->extractor);
  }
  cli_buffer_print(&out, "},\"required\":[\"gisa\",\"source\",\"made_with\",\"article\"");
  for (uint32_t i = 0; i < engine->member_count; i++)
    if (engine->members[i]->chosen) cli_buffer_print(&out, ",\"%s\"", engine->members[i]->extractor.name);
  int failed = cli_buffer_print(&out, ",\"identity\",\"extractors\",\"diagnostics\"],\"additionalProperties\":false}\n");
  if (failed == 0) failed = cli_stream_write(stdout, out.bytes, out.length);
  cli_buffer_free(&out);
  return failed == 0 && fflush(stdout) == 0 ? CLI_WELL : CLI_HOST;
}

static const struct option options[] = {
    {"extractors", required_argument, NULL, 'e'}, {"plugins", required_argument, NULL, 'p'}, {NULL, 0, NULL, 0}};

static int schema(int count, char **arguments) {
  cli_setup setup = {0};
  int status;
  for (int option; (option = getopt_long(count, arguments, "e:p:", options, NULL)) != -1;) {
    if (option == 'e')
      setup.extractors = optarg;
    else if (option == 'p' && setup.folder_count < 32)
      setup.folders[setup.folder_count++] = optarg;
    else
      return cli_refuse("schema", "the options cannot be read");
  }
  if (optind < count) return cli_refuse("schema", "'%s' was not expected", arguments[optind]);
  gisa_engine *engine = cli_open_engine("schema", &setup, &status);
  if (engine == NULL) return status;
  int printed = print_schema(engine);
  gisa_engine_free(engine);
  return printed == CLI_WELL ? status : printed;
}

const cli_subcommand cli_schema = {"schema", "JSON Schema of the output", help, schema};
