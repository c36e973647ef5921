/* What is written reads back as it was: by the readers here, and by those of Python. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "nasty.h"
#include "record/read.h"
#include "written.h"

/* At least 100,000 strings in each test: many small documents here, few large ones for other readers. */
#define SMALL_DOCUMENTS 1200
#define SMALL_COUNT     12 /* times 8 is the strings of a document */
#define LARGE_DOCUMENTS 140
#define LARGE_COUNT     100

typedef gisa_status reading(gs_arena *, const char *, size_t, char *, gs_value **);

static void check_reads_back(gs_arena *arena, const gs_value *value, const written *text, reading *read) {
  char message[GS_READ_MESSAGE];
  gs_value *back = NULL;
  gisa_status status = read(arena, text->bytes, text->length, message, &back);
  cr_assert(status == GISA_OK, "%s in:\n%s", message, text->bytes);
  cr_assert(gs_value_equal(value, back), "is not the same read from:\n%s", text->bytes);
}

/* Keys with NUL are left out where JSON is read: see gs_json_read. */
static bool has_nul_key(const gs_value *document) {
  for (uint32_t i = 0; i < document->list.count; i++) {
    const gs_value *part = document->list.items[i];
    for (uint32_t k = 0; part->kind == GS_MAP && k < part->map.count; k++) {
      if (memchr(part->map.pairs[k].key, '\0', part->map.pairs[k].key_length)) return true;
    }
  }
  return false;
}

static void write_both(const gs_value *value, written *yaml, written *json, bool indented) {
  gs_sink yaml_sink = written_sink(yaml), json_sink = written_sink(json);
  cr_assert(eq(int, gs_yaml_write(value, &yaml_sink), GISA_OK));
  cr_assert(eq(int, gs_json_write(value, indented, &json_sink), GISA_OK));
}

Test(read_back, strings_by_the_readers_here) {
  uint64_t state = 1;
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  written yaml = {0}, json = {0};
  int read_json = 0;
  for (int i = 0; i < SMALL_DOCUMENTS; i++) {
    gs_value *value = nasty_document(&arena, &state, SMALL_COUNT);
    cr_assert_not_null(value);
    yaml.length = json.length = 0;
    write_both(value, &yaml, &json, i % 2);
    check_reads_back(&arena, value, &yaml, gs_yaml_read);
    if (!has_nul_key(value)) {
      check_reads_back(&arena, value, &json, gs_json_read);
      read_json++;
    }
    gs_arena_reset(&arena);
  }
  cr_assert(read_json > SMALL_DOCUMENTS / 2);
  free(yaml.bytes);
  free(json.bytes);
  gs_arena_free(&arena);
}

static void save(const char *path, const written *text) {
  FILE *file = fopen(path, "wb");
  cr_assert_not_null(file, "%s", path);
  cr_assert(eq(sz, fwrite(text->bytes, 1, text->length, file), text->length));
  cr_assert(eq(int, fclose(file), 0));
}

/* read_back.py holds the YAML stream against the JSON lines and fails at the first difference, of type too. */
Test(read_back, strings_by_other_readers, .timeout = 300) {
  uint64_t state = 2;
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  written yaml = {0}, json = {0};
  for (int i = 0; i < LARGE_DOCUMENTS; i++) {
    write_both(nasty_document(&arena, &state, LARGE_COUNT), &yaml, &json, false);
    gs_arena_reset(&arena);
  }
  gs_arena_free(&arena);
  save(GISA_BINARY_DIR "/read_back.yaml", &yaml);
  save(GISA_BINARY_DIR "/read_back.jsonl", &json);
  free(yaml.bytes);
  free(json.bytes);
  int status = system("python3 '" GISA_SOURCE_DIR "/tests/record/read_back.py' '" GISA_BINARY_DIR
                      "/read_back.yaml' '" GISA_BINARY_DIR "/read_back.jsonl'");
  bool exited = WIFEXITED(status);
  cr_assert(exited);
  if (WEXITSTATUS(status) == 127 || WEXITSTATUS(status) == 77)
    cr_skip_test("python3 or its module yaml is not installed");
  int exit_status = WEXITSTATUS(status);
  cr_assert(eq(int, exit_status, 0));
}
