/* The result: the tree that is written. Its keys and their order are the contract with readers. */
#include <stdio.h>
#include <string.h>

#include "engine/engine.h"
#include "record/write.h"
#include "text/utf8.h"

/* The version of this layout; a reader of results checks it. */
#define LAYOUT 1

static bool set(gs_arena *arena, gs_value *map, const char *key, gs_value *value) {
  return gs_map_set(arena, map, key, strlen(key), value);
}

static gs_value *text(gs_arena *arena, const char *s) {
  return s == NULL ? gs_null(arena) : gs_string_copy(arena, s, strlen(s));
}

/* Of the source's bytes: what `sha256sum` prints for the file. */
static gs_value *digest(gs_arena *arena, const gisa_input *input) {
  char printed[GS_DIGEST_TEXT];
  gs_digest_print(input->bytes, input->length, printed);
  return text(arena, printed);
}

/* What the result was made with; null where an extractor was kept from running, so that nobody takes it for the best there is. */
static gs_value *made_with(gisa_engine *engine, const gisa_input *input) {
  gs_arena *arena = &engine->scratch;
  return input->without_count > 0 ? gs_null(arena) : text(arena, gisa_engine_digest(engine, input));
}

/* A path as text: file names are bytes, and a result is UTF-8. */
static gs_value *path_text(gs_arena *arena, const char *path) {
  if (path == NULL || gs_is_utf8(path, strlen(path))) return text(arena, path);
  gs_diagnostics ignored;
  gs_diagnostics_init(&ignored, arena);
  gs_text decoded, clean;
  uint32_t length = (uint32_t)strlen(path);
  if (gs_text_decode(arena, path, length, NULL, &ignored, &decoded) != GISA_OK ||
      gs_text_clean(arena, &decoded, length, &ignored, &clean) != GISA_OK)
    return NULL;
  return gs_string(arena, clean.bytes, clean.length);
}

static gs_value *source(gs_arena *arena, const gisa_input *input) {
  gs_value *map = gs_map(arena);
  bool whole = map != NULL && set(arena, map, "path", path_text(arena, input->path)) &&
               set(arena, map, "bytes", gs_integer(arena, (int64_t)input->length)) &&
               set(arena, map, "digest", digest(arena, input));
  return whole ? map : NULL;
}

static gs_value *place(gs_arena *arena, uint32_t start, uint32_t stop) {
  gs_value *list = gs_list(arena);
  if (list == NULL) return NULL;
  list->flow = true;
  bool whole = gs_list_add(arena, list, gs_integer(arena, start)) && gs_list_add(arena, list, gs_integer(arena, stop));
  return whole ? list : NULL;
}

static gs_value *record(gs_arena *arena, const gs_extractor *extractor, const gs_record *r, const gs_offset_map *map) {
  gs_value *fields = gs_map(arena);
  bool whole = fields != NULL;
  for (uint32_t f = 0; whole && f < extractor->field_count; f++) {
    gs_value *value = r->facts[f].value;
    whole = set(arena, fields, extractor->fields[f].name, value != NULL ? value : gs_null(arena));
  }
  gs_span at = gs_offset_source(map, r->at);
  return whole && set(arena, fields, "at", place(arena, at.start, at.stop)) ? fields : NULL;
}

static gs_value *records(gs_arena *arena, const gs_member *member, const gs_offset_map *map) {
  gs_value *list = gs_list(arena);
  for (uint32_t i = 0; list != NULL && i < member->records.count; i++)
    if (!gs_list_add(arena, list, record(arena, &member->extractor, &member->records.items[i], map))) return NULL;
  return list;
}

/* By which fields records of an extractor are one when results are merged: told in the result, so that merging needs no extractors. */
static gs_value *identity_of(gs_arena *arena, const gs_extractor *extractor) {
  gs_value *list = gs_list(arena);
  bool all = extractor->identity_count == 0;
  uint32_t count = all ? extractor->field_count : extractor->identity_count;
  for (uint32_t i = 0; list != NULL && i < count; i++)
    if (!gs_list_add(arena, list, text(arena, extractor->fields[all ? i : extractor->identity[i]].name))) return NULL;
  return list;
}

static gs_value *identities(gisa_engine *engine) {
  gs_arena *arena = &engine->scratch;
  gs_value *map = gs_map(arena);
  bool whole = map != NULL;
  for (uint32_t i = 0; whole && i < engine->member_count; i++) {
    const gs_member *member = engine->members[i];
    if (member->chosen) whole = set(arena, map, member->extractor.name, identity_of(arena, &member->extractor));
  }
  if (whole) map->flow = true;
  return whole ? map : NULL;
}

static gs_value *statuses(gisa_engine *engine) {
  gs_arena *arena = &engine->scratch;
  gs_value *map = gs_map(arena);
  bool whole = map != NULL;
  for (uint32_t i = 0; whole && i < engine->member_count; i++) {
    const gs_member *member = engine->members[i];
    /* One that only runs for others shows where it failed: they worked without its records. */
    if (!member->chosen && member->problem == NULL) continue;
    whole = set(arena, map, member->extractor.name, text(arena, gs_call_status_name(member->status)));
  }
  for (uint32_t i = 0; whole && i < engine->broken_count; i++)
    if (engine->broken[i].chosen) whole = set(arena, map, engine->broken[i].name, text(arena, "error"));
  return whole ? map : NULL;
}

static bool add_diagnostic(gs_arena *arena, gs_value *list, const char *stage, const char *message, uint32_t start,
                           uint32_t stop) {
  gs_value *map = gs_map(arena);
  bool whole = map != NULL && set(arena, map, "stage", text(arena, stage)) &&
               set(arena, map, "message", text(arena, message));
  if (whole && start != GS_NOWHERE) whole = set(arena, map, "at", place(arena, start, stop));
  return whole && gs_list_add(arena, list, map);
}

static gs_value *diagnostics_list(gisa_engine *engine, const gs_diagnostics *diagnostics) {
  gs_arena *arena = &engine->scratch;
  gs_value *list = gs_list(arena);
  bool whole = list != NULL;
  for (const gs_diagnostic *d = diagnostics->first; whole && d != NULL; d = d->next)
    whole = add_diagnostic(arena, list, d->stage, d->message, d->start, d->stop);
  if (whole && diagnostics->dropped > 0) {
    char message[64];
    snprintf(message, sizeof message, "%u more diagnostics are not listed", diagnostics->dropped);
    whole = add_diagnostic(arena, list, "text", message, GS_NOWHERE, GS_NOWHERE);
  }
  for (uint32_t i = 0; whole && i < engine->member_count; i++) {
    const gs_member *member = engine->members[i];
    if (member->problem != NULL)
      whole = add_diagnostic(arena, list, member->extractor.name, member->problem, GS_NOWHERE, GS_NOWHERE);
  }
  return whole ? list : NULL;
}

gs_value *gs_result_build(gisa_engine *engine, const gisa_input *input, gs_value *article,
                          const gs_document *document, const gs_diagnostics *diagnostics) {
  gs_arena *arena = &engine->scratch;
  gs_value *root = gs_map(arena);
  bool whole = root != NULL && set(arena, root, "gisa", gs_integer(arena, LAYOUT)) &&
               set(arena, root, "source", source(arena, input)) &&
               set(arena, root, "made_with", made_with(engine, input)) && set(arena, root, "article", article);
  for (uint32_t i = 0; whole && i < engine->member_count; i++) {
    const gs_member *member = engine->members[i];
    if (member->chosen) whole = set(arena, root, member->extractor.name, records(arena, member, &document->text.map));
  }
  whole = whole && set(arena, root, "identity", identities(engine)) &&
          set(arena, root, "extractors", statuses(engine)) &&
          set(arena, root, "diagnostics", diagnostics_list(engine, diagnostics));
  return whole ? root : NULL;
}

const char *gs_path_stem(gs_arena *arena, const char *path) {
  if (path == NULL) return "";
  const char *slash = strrchr(path, '/');
  const char *name = slash == NULL ? path : slash + 1;
  const char *dot = strrchr(name, '.');
  /* A leading dot is no extension: `.hidden` keeps its name. */
  size_t length = dot == NULL || dot == name ? strlen(name) : (size_t)(dot - name);
  return gs_arena_copy(arena, name, length);
}

gisa_status gisa_result_write(const gisa_result *result, gisa_format format, gisa_write_fn *write, void *context) {
  gs_sink sink = {write, context};
  if (format == GISA_YAML) return gs_yaml_write(result->root, &sink);
  return gs_json_write(result->root, format == GISA_JSON, &sink);
}

size_t gisa_result_failures(const gisa_result *result) {
  return result->failures;
}

int gisa_result_outcome(const gisa_result *result, size_t index, gisa_outcome *outcome) {
  if (index >= result->engine->member_count) return 0;
  const gs_member *member = result->engine->members[index];
  *outcome = (gisa_outcome){member->extractor.name, gs_call_status_name(member->status), member->records.count};
  return 1;
}

const char *gisa_result_failure(const gisa_result *result, size_t index) {
  return index < result->failures && index < GS_MAX_FAILURES ? result->failure[index] : NULL;
}
