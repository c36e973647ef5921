/* Quotations that people marked in real articles must come out of the text as they stand. */
#include <jansson.h>

#include "document/source.h"
#include "parsed.h"

#define GOLD GISA_SOURCE_DIR "/../shared/gold"

static bool is_quoted(parsed *at, const char *text) {
  size_t length = strlen(text);
  for (uint32_t i = 0; i < at->document.quoted.count; i++) {
    const gs_quoted *quoted = &at->document.quoted.items[i];
    if (quoted->mark == GS_MARK_SINGLE || quoted->mark == GS_MARK_ANGLE) continue;
    if (quoted->text.stop - quoted->text.start == length &&
        memcmp(at->document.text.bytes + quoted->text.start, text, length) == 0)
      return true;
  }
  return false;
}

/* How many quotations of one line of the gold file the article lacks; *count is raised by all of them. */
static size_t missed(const json_t *line, size_t *count) {
  char path[512], message[256];
  const char *id = json_string_value(json_object_get(line, "id")), *bytes;
  size_t length, lacking = 0, index;
  snprintf(path, sizeof path, "%s/articles/%s.md", GOLD, id);
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  if (gs_source_read(&arena, path, 1 << 22, &bytes, &length, message) == GISA_OK) {
    parsed at;
    parse_bytes(&at, bytes, length);
    json_t *quote;
    json_array_foreach(json_object_get(line, "quotes"), index, quote) {
      if (json_is_true(json_object_get(quote, "optional"))) continue;
      const char *text = json_string_value(json_object_get(quote, "text"));
      bool found = is_quoted(&at, text);
      if (!found) fprintf(stderr, "%s: %s\n", id, text);
      lacking += !found;
      ++*count;
    }
    parsed_free(&at);
  }
  gs_arena_free(&arena);
  return lacking;
}

Test(gold, every_quotation_is_found) {
  FILE *file = fopen(GOLD "/dev.jsonl", "r");
  if (!file) cr_skip_test("no gold set beside the project");
  size_t count = 0, lacking = 0;
  for (;;) {
    json_t *line = json_loadf(file, JSON_DISABLE_EOF_CHECK, NULL);
    if (!line) break;
    lacking += missed(line, &count);
    json_decref(line);
  }
  fclose(file);
  cr_expect(count > 0);
  cr_expect(eq(sz, lacking, 0), "of %zu", count);
}
