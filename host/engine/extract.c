/* One document in, one result out. */
#include <stdio.h>
#include <string.h>

#include "document/front_matter.h"
#include "document/json_meta.h"
#include "engine/engine.h"

static gs_member *member_of(gisa_engine *engine, const char *name) {
  for (uint32_t i = 0; i < engine->member_count; i++)
    if (strcmp(engine->members[i]->extractor.name, name) == 0) return engine->members[i];
  return NULL;
}

static const gs_listener *listener_of(const gisa_engine *engine, const gs_member *member) {
  const gs_listener *listener = engine->listener;
  return listener != NULL && strcmp(listener->extractor, member->extractor.name) == 0 ? listener : NULL;
}

/* Calls one extractor with the records of those it needs. false when memory is out. */
static bool run_member(gisa_engine *engine, gs_member *member, const gs_document *document, const char *id) {
  gs_extractor *extractor = &member->extractor;
  gs_arena *arena = &engine->scratch;
  member->records = (gs_records){0};
  member->problem = NULL;
  bool triggered = gs_extractor_triggered(extractor, document, &engine->triggers);
  const gs_listener *listener = listener_of(engine, member);
  if (listener != NULL) listener->begins(listener->trace.context, document, triggered);
  if (!triggered) {
    member->status = GS_CALL_SKIPPED;
    return true;
  }
  gs_needed *needed = gs_arena_alloc(arena, (extractor->need_count + 1) * sizeof *needed);
  if (needed == NULL) return false;
  for (uint32_t i = 0; i < extractor->need_count; i++) {
    const gs_member *need = member_of(engine, extractor->needs[i]);
    needed[i] = (gs_needed){&need->extractor, need->records};
  }
  char message[GS_SCRIPT_MESSAGE];
  extractor->state.trace = listener == NULL ? NULL : &listener->trace;
  member->status = gs_extractor_call(extractor, arena, document, id, needed, extractor->need_count,
                                     listener == NULL ? NULL : listener->note,
                                     listener == NULL ? NULL : listener->trace.context, &member->records, message);
  if (member->status != GS_CALL_ERROR && member->status != GS_CALL_LIMIT) return true;
  member->problem = gs_arena_copy(arena, message, strlen(message));
  return member->problem != NULL;
}

/* Whether the caller keeps the member at index from running: its status and reason are set then. */
static bool is_left_out(gs_member *member, const gisa_input *input, uint32_t index) {
  for (size_t i = 0; i < input->without_count; i++) {
    if (input->without[i].extractor != index) continue;
    member->records = (gs_records){0};
    member->status = input->without[i].limit != 0 ? GS_CALL_LIMIT : GS_CALL_ERROR;
    member->problem = input->without[i].reason;
    return true;
  }
  return false;
}

static bool run_members(gisa_engine *engine, const gisa_input *input, const gs_document *document, const char *id) {
  const char *text = document->text.bytes;
  gs_trigger_filter_clear(&engine->triggers);
  gs_trigger_filter_add(&engine->triggers, text + document->body.start, document->body.stop - document->body.start);
  gs_trigger_filter_add(&engine->triggers, text + document->title.start, document->title.stop - document->title.start);
  for (uint32_t i = 0; i < engine->member_count; i++) {
    gs_engine_pass(engine, GISA_STAGE_EXTRACTOR, i);
    if (!is_left_out(engine->members[i], input, i) && !run_member(engine, engine->members[i], document, id)) return false;
  }
  return true;
}

/* Bytes to document; the engine's message is set where that fails. */
static gisa_status read_document(gisa_engine *engine, const gisa_input *input, gs_diagnostics *diagnostics,
                                 gs_document *document) {
  gs_arena *arena = &engine->scratch;
  const gs_document_limits own = gs_limits_of_document(&engine->limits), *limits = &own;
  gs_front_matter found;
  char message[256];
  if (input->length > engine->limits.source_bytes)
    return gs_engine_fail(engine, GISA_TOO_LARGE, false, "has %zu bytes, over the limit of %zu source_bytes", input->length,
                          engine->limits.source_bytes);
  gs_engine_pass(engine, GISA_STAGE_TEXT, 0);
  gisa_status status = gs_document_read_text(arena, input->bytes, input->length, input->encoding, limits, diagnostics,
                                             document, &found);
  gs_engine_pass(engine, GISA_STAGE_DOCUMENT, 0);
  if (status == GISA_OK) status = gs_document_read_parts(arena, limits, diagnostics, document, &found);
  snprintf(message, sizeof message, "%s", gisa_status_text(status));
  if (status == GISA_OK && input->meta != NULL)
    status = gs_json_meta_add(arena, document->meta, input->meta, input->meta_length, limits->front_matter_depth, message);
  return status == GISA_OK ? GISA_OK : gs_engine_fail(engine, status, false, "%s", message);
}

static void list_failures(gisa_engine *engine) {
  gisa_result *result = &engine->result;
  for (uint32_t i = 0; i < engine->member_count; i++) {
    const gs_member *member = engine->members[i];
    if (member->problem == NULL) continue;
    const char *status = gs_call_status_name(member->status);
    size_t room = strlen(member->extractor.name) + strlen(status) + strlen(member->problem) + 5;
    char *line = gs_arena_alloc(&engine->scratch, room);
    if (line != NULL && result->failures < GS_MAX_FAILURES) {
      char *end = stpcpy(line, member->extractor.name);
      end = stpcpy(stpcpy(end, ": "), status);
      stpcpy(stpcpy(end, ": "), member->problem);
      result->failure[result->failures] = line;
    }
    result->failures++;
  }
}

static gisa_status extract(gisa_engine *engine, const gisa_input *input) {
  gs_arena *arena = &engine->scratch;
  gs_arena_reset(arena);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, arena);
  gs_document document;
  gisa_status status = read_document(engine, input, &diagnostics, &document);
  if (status != GISA_OK) return status;
  const char *stem = gs_path_stem(arena, input->path);
  gs_value *article = stem == NULL ? NULL : gs_article(arena, &document, stem[0] == '\0' ? NULL : stem);
  const gs_value *id = gs_map_get(article, "id");
  bool named = id != NULL && id->kind == GS_STRING;
  const char *name = gs_arena_copy(arena, named ? id->string.bytes : "", named ? id->string.length : 0);
  bool enough = article != NULL && name != NULL && run_members(engine, input, &document, name);
  gs_engine_pass(engine, GISA_STAGE_RESULT, 0);
  engine->result = (gisa_result){.engine = engine, .arena = arena};
  if (enough) engine->result.root = gs_result_build(engine, input, article, &document, &diagnostics);
  if (engine->result.root == NULL) return gs_engine_fail(engine, GISA_NO_MEMORY, false, "out of memory");
  list_failures(engine);
  return GISA_OK;
}

gisa_status gisa_extract(gisa_engine *engine, const gisa_input *input, gisa_result **result) {
  *result = NULL;
  if (!engine->loaded) return gs_engine_fail(engine, GISA_USAGE, false, "no extractors are loaded yet");
  gisa_status status = extract(engine, input);
  gs_engine_pass(engine, GISA_STAGE_NONE, 0);
  if (status == GISA_OK) *result = &engine->result;
  return status;
}
