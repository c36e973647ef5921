/* Memory may run out at any allocation: what comes back is GISA_NO_MEMORY, and nothing leaks (AddressSanitizer looks).
 */
#include <stdlib.h>

#include <jansson.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "example.h"
#include "nasty.h"
#include "record/read.h"
#include "written.h"

/* An allocator that gives a single block and then fails. */
static void *resize_once(void *context, void *block, size_t size) {
  bool *given = context;
  if (size == 0) {
    free(block);
    return NULL;
  }
  if (*given) return NULL;
  *given = true;
  return realloc(block, size);
}

/* An arena keeps no block of more than 1 MB, what it puts between two pieces for AddressSanitizer included. */
#define MOST (((size_t)1 << 20) - 4096)

/* An arena that has room for so many bytes and fails at the first allocation beyond. */
static void init_with_room(gs_arena *arena, size_t room, bool *given) {
  *given = false;
  gs_arena_init(arena, (gs_allocator){.resize = resize_once, .context = given});
  cr_assert_not_null(gs_arena_alloc(arena, MOST));
  gs_arena_reset(arena);
  cr_assert_not_null(gs_arena_alloc(arena, MOST - room));
}

/* Allocations are aligned to this, so steps of it end at each of them. */
#define STEP 16

/* jansson allocates by itself, through what it was given. */
static int jansson_left;

static void *jansson_alloc(size_t size) {
  return jansson_left-- > 0 ? malloc(size) : NULL;
}

static bool build_and_write(gs_arena *arena) {
  uint64_t state = 3;
  gs_value *result = example_result(arena, 20, 2, 2);
  gs_value *strings = result ? nasty_document(arena, &state, 17) : NULL;
  if (!strings || !example_set(arena, result, "strings", strings)) return false;
  written out = {0};
  gs_sink sink = written_sink(&out);
  cr_assert(eq(int, gs_yaml_write(result, &sink), GISA_OK));
  cr_assert(eq(int, gs_json_write(result, true, &sink), GISA_OK));
  free(out.bytes);
  return true;
}

Test(no_memory, a_tree_is_built_or_not) {
  bool built = false, given = false;
  size_t room = 0;
  for (; !built; room += STEP) {
    gs_arena arena;
    init_with_room(&arena, room, &given);
    built = build_and_write(&arena);
    gs_arena_free(&arena);
  }
  cr_assert(room > 20000, "was built with room for no more than %zu bytes", room);
}

typedef gisa_status reading(gs_arena *, const char *, size_t, char *, gs_value **);

static void read_with_little(reading *read, const written *text) {
  gisa_status status = GISA_NO_MEMORY;
  size_t room = 0;
  for (; status == GISA_NO_MEMORY; room += STEP) {
    bool given = false;
    char message[GS_READ_MESSAGE];
    gs_value *value = NULL;
    gs_arena arena;
    init_with_room(&arena, room, &given);
    status = read(&arena, text->bytes, text->length, message, &value);
    if (status == GISA_NO_MEMORY) cr_assert(eq(str, message, ""));
    gs_arena_free(&arena);
  }
  cr_assert(eq(int, status, GISA_OK));
  cr_assert(room > text->length, "was read with room for no more than %zu bytes", room);
}

static void write_example(written *out, gisa_status (*write)(const gs_value *, const gs_sink *)) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_sink sink = written_sink(out);
  cr_assert(eq(int, write(example_result(&arena, 20, 2, 2), &sink), GISA_OK));
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

/* Reads and writes with each of jansson's own allocations failing in turn. In the midst of a string it takes that for
 * bad syntax. */
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
