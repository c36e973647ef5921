/* Memory may run out at any allocation: what comes back is GISA_NO_MEMORY, and nothing leaks (AddressSanitizer looks). */
#include <stdlib.h>

#include <jansson.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "example.h"
#include "nasty.h"
#include "record/read.h"
#include "written.h"

/* An allocator that has a number of successes left. Every block is one allocation, for an arena would hide most of them. */
static void *resize_while_left(void *context, void *block, size_t size) {
  int *left = context;
  if (size == 0) {
    free(block);
    return NULL;
  }
  return (*left)-- > 0 ? realloc(block, size) : NULL;
}

/* jansson allocates by itself, through what it was given. */
static int jansson_left;

static void *jansson_alloc(size_t size) {
  return jansson_left-- > 0 ? malloc(size) : NULL;
}

/* Blocks of an arena hold many values: to fail at values, not at blocks alone, the arena is filled up to the last bytes of a
 * block before. */
static void fill(gs_arena *arena, size_t bytes) {
  for (size_t i = 0; i < bytes; i += 16) gs_arena_alloc(arena, 16);
}

static bool build_and_write(gs_arena *arena) {
  uint64_t state = 3;
  gs_value *result = example_result(arena, 20, 20, 20);
  gs_value *strings = result ? nasty_document(arena, &state, 20) : NULL;
  if (!strings || !example_set(arena, result, "strings", strings)) return false;
  written out = {0};
  gs_sink sink = written_sink(&out);
  cr_assert(eq(int, gs_yaml_write(result, &sink), GISA_OK));
  cr_assert(eq(int, gs_json_write(result, true, &sink), GISA_OK));
  free(out.bytes);
  return true;
}

Test(no_memory, a_tree_is_built_or_not) {
  int failures = 0;
  bool built = false;
  for (int allowed = 0; !built; allowed++) {
    for (size_t filled = 0; filled < 4096 && !built; filled += 112) {
      int left = allowed;
      gs_arena arena;
      gs_arena_init(&arena, (gs_allocator){.resize = resize_while_left, .context = &left});
      fill(&arena, filled);
      built = build_and_write(&arena);
      if (!built) failures++;
      if (!built) cr_assert(left < 0);
      gs_arena_free(&arena);
    }
  }
  cr_assert(failures > 0);
}

typedef gisa_status reading(gs_arena *, const char *, size_t, char *, gs_value **);

static void read_with_little(reading *read, const written *text) {
  int failures = 0;
  gisa_status status = GISA_NO_MEMORY;
  for (int allowed = 0; status == GISA_NO_MEMORY; allowed++) {
    for (size_t filled = 0; filled < 4096 && status == GISA_NO_MEMORY; filled += 112) {
      int left = allowed;
      char message[GS_READ_MESSAGE];
      gs_value *value = NULL;
      gs_arena arena;
      gs_arena_init(&arena, (gs_allocator){.resize = resize_while_left, .context = &left});
      fill(&arena, filled);
      status = read(&arena, text->bytes, text->length, message, &value);
      if (status != GISA_OK) failures++;
      gs_arena_free(&arena);
    }
  }
  cr_assert(eq(int, status, GISA_OK));
  cr_assert(failures > 0);
}

static void write_example(written *out, gisa_status (*write)(const gs_value *, const gs_sink *)) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_sink sink = written_sink(out);
  cr_assert(eq(int, write(example_result(&arena, 20, 20, 20), &sink), GISA_OK));
  gs_arena_free(&arena);
}

static gisa_status json_line(const gs_value *root, const gs_sink *sink) {
  return gs_json_write(root, false, sink);
}

Test(no_memory, a_text_is_read_or_not) {
  written yaml = {0}, json = {0};
  write_example(&yaml, gs_yaml_write);
  write_example(&json, json_line);
  read_with_little(gs_yaml_read, &yaml);
  read_with_little(gs_json_read, &json);
  free(yaml.bytes);
  free(json.bytes);
}

/* Reads and writes with each of jansson's own allocations failing in turn. In the midst of a string it takes that for bad syntax. */
Test(no_memory, jansson_fails_cleanly) {
  static const char text[] = "{\"a\": [1, 2.5, \"b\\nc\", null, {\"d\": {\"e\": []}}], \"f\": \"\\u0001\"}";
  gs_arena arena;
  char message[GS_READ_MESSAGE];
  gs_value *value = NULL;
  gs_arena_init(&arena, gs_heap);
  json_set_alloc_funcs(jansson_alloc, free);
  gisa_status status = GISA_NO_MEMORY;
  int allowed = 0;
  for (; status != GISA_OK && allowed < 1000; allowed++) {
    jansson_left = allowed;
    status = gs_json_read(&arena, text, sizeof text - 1, message, &value);
    cr_assert(status == GISA_OK || status == GISA_NO_MEMORY || status == GISA_USAGE, "%d: %s", status, message);
    cr_assert(status != GISA_OK || jansson_left >= 0, "was read although an allocation failed");
  }
  cr_assert(status == GISA_OK && allowed > 20, "status %d after %d allocations: %s", status, allowed, message);
  status = GISA_NO_MEMORY;
  for (allowed = 0; status == GISA_NO_MEMORY; allowed++) {
    written out = {0};
    gs_sink sink = written_sink(&out);
    jansson_left = allowed;
    status = gs_json_write(value, false, &sink);
    free(out.bytes);
  }
  cr_assert(status == GISA_OK && allowed > 2, "status %d after %d allocations", status, allowed);
  gs_arena_free(&arena);
}
