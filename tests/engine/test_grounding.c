/* Grounding: the bytes of the source at a record's `at`, decoded the same way, hold the text of the record's first span
 * field. Proved for every record of every article that can be reached: the examples, and the annotated articles
 * beside the project where they are there. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "document/source.h"
#include "engine/engine.h"

#define SHARED GISA_SOURCE_DIR "/../shared/gold/articles"

static const char *decoded(gs_arena *arena, const char *source, gs_span at, size_t *length) {
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, arena);
  gs_text piece = {.bytes = source + at.start, .length = at.stop - at.start}, raw, clean;
  cr_assert_eq(gs_text_decode(arena, piece.bytes, piece.length, NULL, &diagnostics, &raw), GISA_OK);
  cr_assert_eq(gs_text_clean(arena, &raw, 0, &diagnostics, &clean), GISA_OK);
  *length = clean.length;
  return clean.bytes;
}

/* The first span field's text, in one piece. */
static gs_value *first_text(const gs_member *member, const gs_record *record, const char *text, gs_arena *arena) {
  for (uint32_t f = 0; f < member->extractor.field_count; f++) {
    const gs_fact *fact = &record->facts[f];
    if (fact->span_count > 0)
      return gs_string(arena, text + fact->spans[0].start, fact->spans[0].stop - fact->spans[0].start);
  }
  return NULL;
}

static size_t check_member(const gs_member *member, const char *path, const char *source, size_t length, gs_arena *arena) {
  /* The document is parsed again: the engine does not give its own away. */
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, arena);
  gs_document document;
  cr_assert_eq(gs_document_parse(arena, source, length, NULL, &gs_document_defaults, &diagnostics, &document), GISA_OK);
  for (uint32_t i = 0; i < member->records.count; i++) {
    const gs_record *record = &member->records.items[i];
    gs_span at = gs_offset_source(&document.text.map, record->at);
    cr_assert(at.start < at.stop && at.stop <= length, "%s: %s record %u", path, member->extractor.name, i + 1);
    gs_value *text = first_text(member, record, document.text.bytes, arena);
    if (text == NULL) continue;
    size_t held;
    const char *bytes = decoded(arena, source, at, &held);
    cr_expect_not_null(memmem(bytes, held, text->string.bytes, text->string.length), "%s: %s record %u: '%.*s' is not in '%.*s'",
                       path, member->extractor.name, i + 1, (int)text->string.length, text->string.bytes, (int)held, bytes);
  }
  return member->records.count;
}

static size_t check_folder(gisa_engine *engine, const char *folder) {
  DIR *listing = opendir(folder);
  size_t records = 0;
  if (listing == NULL) {
    fprintf(stderr, "skipped: no articles in %s\n", folder);
    return 0;
  }
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    char path[1024], message[GS_SOURCE_MESSAGE];
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    gs_arena arena;
    gs_arena_init(&arena, gs_heap);
    const char *bytes;
    size_t length;
    cr_assert_eq(gs_source_read(&arena, path, (size_t)1 << 24, &bytes, &length, message), GISA_OK, "%s: %s", path, message);
    gisa_result *result;
    cr_assert_eq(gisa_extract(engine, &(gisa_input){.bytes = bytes, .length = length, .path = path}, &result), GISA_OK);
    cr_expect_eq(gisa_result_failures(result), 0, "%s: %s", path, gisa_result_failure(result, 0));
    for (uint32_t m = 0; m < engine->member_count; m++)
      records += check_member(engine->members[m], path, bytes, length, &arena);
    gs_arena_free(&arena);
  }
  closedir(listing);
  return records;
}

Test(grounding, holds_for_every_record_in_reach, .timeout = 120) {
  gisa_engine *engine = gisa_engine_new(NULL);
  cr_assert_eq(gisa_engine_add_plugins(engine, GISA_SOURCE_DIR "/plugins"), GISA_OK);
  cr_assert_eq(gisa_engine_load(engine), GISA_OK, "%s", gisa_engine_message(engine));
  size_t records = check_folder(engine, GISA_SOURCE_DIR "/examples/articles");
  cr_expect_gt(records, 50, "the examples gave only %zu records", records);
  check_folder(engine, SHARED);
  gisa_engine_free(engine);
}
