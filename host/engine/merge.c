/* A merge as an embedder sees it. */
#include "engine/merge.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "engine/engine.h"
#include "record/write.h"

static bool begin(gisa_merge *merge) {
  merge->documents = gs_map(&merge->kept);
  merge->aspects = gs_map(&merge->kept);
  merge->made_with = gs_map(&merge->kept);
  return merge->documents != NULL && merge->aspects != NULL && merge->made_with != NULL;
}

gisa_merge *gisa_merge_new(const gisa_allocator *allocator) {
  gs_allocator memory = gs_heap;
  if (allocator != NULL) memory = (gs_allocator){allocator->resize, allocator->context};
  gisa_merge *merge = memory.resize(memory.context, NULL, sizeof *merge);
  if (merge == NULL) return NULL;
  memset(merge, 0, sizeof *merge);
  merge->allocator = memory;
  gs_arena_init(&merge->kept, memory);
  gs_arena_init(&merge->scratch, memory);
  gs_arena_init(&merge->aspect, memory);
  gs_arena_init(&merge->record, memory);
  gs_arena_init(&merge->item, memory);
  if (begin(merge)) return merge;
  gisa_merge_free(merge);
  return NULL;
}

void gisa_merge_free(gisa_merge *merge) {
  if (merge == NULL) return;
  gs_arena_free(&merge->item);
  gs_arena_free(&merge->record);
  gs_arena_free(&merge->aspect);
  gs_arena_free(&merge->scratch);
  gs_arena_free(&merge->kept);
  gs_allocator memory = merge->allocator;
  memory.resize(memory.context, merge, 0);
}

const char *gisa_merge_message(const gisa_merge *merge) {
  return merge->message;
}

gisa_status gs_merge_fail(gisa_merge *merge, gisa_status status, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(merge->message, sizeof merge->message, format, arguments);
  va_end(arguments);
  return status;
}

/* JSON begins with a brace; a YAML stream of gisa's never does. */
static bool is_json(const char *bytes, size_t length) {
  size_t at = 0;
  while (at < length && strchr(" \t\r\n", bytes[at]) != NULL && bytes[at] != '\0') at++;
  return at < length && bytes[at] == '{';
}

static gisa_status take(void *context, gs_value *root, char *message) {
  (void)message; /* the merge's own has more room */
  return gs_merge_add_tree(context, root);
}

/* A merged result tells that it is one at its beginning. */
#define MERGED_BEGINS 64

/* Adds a merged result record by record: as a tree it would take twenty times the memory of its text. What can't be added so is read again as a
 * whole, which tells what is wrong with it. */
static bool add_outline(gisa_merge *merge, const char *bytes, size_t length) {
  if (memmem(bytes, length < MERGED_BEGINS ? length : MERGED_BEGINS, "\"merged\"", 8) == NULL) return false;
  const gs_value *root = gs_json_outline(&merge->scratch, bytes, length);
  bool added = root != NULL && gs_map_get(root, "merged") != NULL && gs_merge_add_tree(merge, root) == GISA_OK;
  gs_arena_reset(&merge->scratch);
  merge->message[0] = '\0';
  return added;
}

gisa_status gisa_merge_add(gisa_merge *merge, const char *bytes, size_t length) {
  char problem[GS_READ_MESSAGE] = "";
  gs_value *root = NULL;
  merge->message[0] = '\0';
  gs_arena_reset(&merge->scratch);
  gisa_status status;
  if (is_json(bytes, length)) {
    if (add_outline(merge, bytes, length)) return GISA_OK;
    status = gs_json_read(&merge->scratch, bytes, length, problem, &root);
    if (status == GISA_OK) status = gs_merge_add_tree(merge, root);
  } else {
    status = gs_yaml_read_stream(&merge->scratch, bytes, length, problem, take, merge);
  }
  if (status != GISA_OK && merge->message[0] == '\0')
    gs_merge_fail(merge, status, "%s", problem[0] != '\0' ? problem : gisa_status_text(status));
  return status;
}

gisa_status gisa_merge_add_result(gisa_merge *merge, const gisa_result *result) {
  gs_arena_reset(&merge->scratch);
  return gs_merge_add_tree(merge, result->root);
}

size_t gisa_merge_makers(const gisa_merge *merge) {
  return merge->made_with->map.count;
}

gisa_status gisa_merge_write(gisa_merge *merge, gisa_format format, gisa_write_fn *write, void *context) {
  gs_sink sink = {write, context};
  gs_arena_reset(&merge->scratch);
  const gs_value *root = gs_merge_tree(merge);
  gisa_status status = root == NULL           ? GISA_NO_MEMORY
                       : format == GISA_YAML ? gs_yaml_write(root, &sink)
                                             : gs_json_write(root, format == GISA_JSON, &sink);
  gs_arena_free(&merge->aspect); /* the largest, and of no use until the next writing */
  if (status == GISA_NO_MEMORY) gs_merge_fail(merge, status, "out of memory");
  return status;
}
