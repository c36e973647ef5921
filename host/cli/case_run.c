#include "cli/case_run.h"

#include <string.h>

#include "cli/buffer.h"
#include "cli/excerpt.h"
#include "engine/engine.h"
#include "record/read.h"
#include "record/write.h"

/* The value of a setting as --set would have it. */
static gisa_status print_setting(cli_buffer *text, const gs_value *v) {
  if (v->kind == GS_STRING) return cli_buffer_write(text, v->string.bytes, v->string.length) == 0 ? GISA_OK : GISA_NO_MEMORY;
  gisa_status status = gs_json_write(v, false, &(gs_sink){cli_buffer_write, text});
  if (status == GISA_OK) text->length--; /* the newline */
  return status;
}

/* Sets the case's settings on an engine of its own. */
static gisa_status configure(gisa_engine *engine, const char *name, const gs_value *config) {
  gisa_status status = GISA_OK;
  for (uint32_t i = 0; status == GISA_OK && i < config->map.count; i++) {
    char key[256];
    cli_buffer value = {0};
    snprintf(key, sizeof key, "%s.%s", name, config->map.pairs[i].key);
    status = print_setting(&value, config->map.pairs[i].value);
    if (status == GISA_OK && cli_buffer_write(&value, "", 1) != 0) status = GISA_NO_MEMORY;
    if (status == GISA_OK) status = gisa_engine_set(engine, key, value.bytes);
    cli_buffer_free(&value);
  }
  return status;
}

/* Whether the member at index runs for the extractor name: it is that one, or one that it needs. */
static bool runs_for(const gisa_engine *engine, const char *name, const char *member) {
  if (strcmp(name, member) == 0) return true;
  gisa_extractor_info info;
  for (size_t i = 0; gisa_engine_extractor(engine, i, &info) != 0; i++)
    for (size_t n = 0; strcmp(info.name, name) == 0 && info.needs[n] != NULL; n++)
      if (runs_for(engine, info.needs[n], member)) return true;
  return false;
}

static const char *find_failure(const gisa_engine *engine, const gisa_result *result, const char *name) {
  const char *failure;
  for (size_t i = 0; (failure = gisa_result_failure(result, i)) != NULL; i++) {
    char member[64];
    snprintf(member, sizeof member, "%.*s", (int)strcspn(failure, ":"), failure);
    if (runs_for(engine, name, member)) return failure;
  }
  return NULL;
}

/* The result goes through JSON, as its readers would get it. */
static void extract(gs_arena *arena, gisa_engine *engine, const char *name, const cli_case *c, cli_case_outcome *outcome) {
  cli_buffer meta = {0}, written = {0};
  gs_value *tree = NULL;
  char message[GS_READ_MESSAGE];
  gisa_result *result;
  gisa_input input = {.bytes = c->text, .length = c->length, .path = "case"};
  bool ready = c->meta == NULL || gs_json_write(c->meta, false, &(gs_sink){cli_buffer_write, &meta}) == GISA_OK;
  input.meta = meta.bytes;
  input.meta_length = meta.length;
  if (ready && gisa_extract(engine, &input, &result) == GISA_OK) {
    outcome->failure = find_failure(engine, result, name);
    if (gisa_result_write(result, GISA_NDJSON, cli_buffer_write, &written) == GISA_OK &&
        gs_json_read(arena, written.bytes, written.length, message, &tree) == GISA_OK)
      outcome->records = gs_map_get(tree, name);
  } else {
    outcome->failure = gisa_engine_message(engine);
  }
  if (outcome->failure != NULL) outcome->failure = gs_arena_copy(arena, outcome->failure, strlen(outcome->failure));
  cli_buffer_free(&meta);
  cli_buffer_free(&written);
}

void cli_run_case(gs_arena *arena, gisa_engine *engine, const cli_setup *setup, const char *name, const cli_case *c,
                  cli_case_outcome *outcome) {
  *outcome = (cli_case_outcome){0};
  if (c->config == NULL) {
    extract(arena, engine, name, c, outcome);
    return;
  }
  int status;
  cli_setup chosen = *setup;
  chosen.extractors = name;
  gisa_engine *own = cli_open_engine("test", &chosen, &status);
  if (own == NULL) return;
  if (configure(own, name, c->config) == GISA_OK) {
    extract(arena, own, name, c, outcome);
  } else {
    const char *message = gisa_engine_message(own);
    outcome->failure = gs_arena_copy(arena, message, strlen(message));
  }
  gisa_engine_free(own);
}

/* A key that no record has is a typing error, not a difference. */
static int keys_are_fields(FILE *out, const gisa_engine *engine, const char *name, const gs_value *expect) {
  const gs_member *member = NULL;
  for (uint32_t i = 0; i < engine->member_count; i++)
    if (strcmp(engine->members[i]->extractor.name, name) == 0) member = engine->members[i];
  const char *known[65] = {"at"};
  size_t count = 1;
  for (uint32_t f = 0; member != NULL && f < member->extractor.field_count; f++) known[count++] = member->extractor.fields[f].name;
  for (uint32_t i = 0; i < expect->list.count; i++)
    for (uint32_t k = 0; k < expect->list.items[i]->map.count; k++) {
      const char *key = expect->list.items[i]->map.pairs[k].key;
      size_t f = 0;
      while (f < count && strcmp(known[f], key) != 0) f++;
      if (f < count) continue;
      const char *nearest = gs_nearest(key, known, count);
      fprintf(out, "    expected record %u: %s has no field '%s'%s%s%s\n", i + 1, name, key,
              nearest == NULL ? "" : "; did you mean '", nearest == NULL ? "" : nearest, nearest == NULL ? "" : "'?");
      return 0;
    }
  return 1;
}

int cli_judge_case(FILE *out, const gisa_engine *engine, const char *name, const cli_case *c,
                   const cli_case_outcome *outcome, int colour) {
  if (c->must_fail != NULL) {
    if (outcome->failure != NULL && strstr(outcome->failure, c->must_fail) != NULL) return 1;
    fprintf(out, "    wanted the error: %s\n    got: %s\n", c->must_fail, outcome->failure == NULL ? "none" : outcome->failure);
    return 0;
  }
  if (outcome->failure != NULL) return cli_print_failure(out, "    ", outcome->failure, colour), 0;
  if (outcome->records == NULL) return fputs("    could not be run\n", out), 0;
  static const gs_value none = {.kind = GS_LIST};
  const gs_value *expect = c->expect == NULL ? &none : c->expect;
  if (!keys_are_fields(out, engine, name, expect)) return 0;
  if (c->expect != NULL && cli_records_agree(expect, outcome->records)) return 1;
  if (c->expect == NULL) fputs("    has neither `expect` nor `must_fail`; --update writes what came out\n", out);
  cli_print_difference(out, expect, outcome->records, colour);
  return 0;
}
