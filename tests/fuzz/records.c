/* Any value tree, built from the input, is written as YAML and JSON and reads back equal. */
#include <string.h>

#include "fuzz.h"
#include "record/read.h"
#include "record/write.h"

typedef struct bytes {
  const uint8_t *at, *stop;
} bytes;

static uint8_t next(bytes *in) {
  return in->at < in->stop ? *in->at++ : 0;
}

/* A string of the input's own bytes, cut to what is valid UTF-8. */
static gs_value *string(gs_arena *arena, bytes *in) {
  size_t length = next(in), left = (size_t)(in->stop - in->at);
  if (length > left) length = left;
  const char *start = (const char *)in->at;
  in->at += length;
  while (!gs_is_utf8(start, length)) length--;
  return gs_string_copy(arena, start, length);
}

static gs_value *build(gs_arena *arena, bytes *in, int depth) {
  int64_t integer = 0;
  switch (next(in) % (depth < 12 ? 8 : 6)) {
  case 0: return gs_null(arena);
  case 1: return gs_boolean(arena, next(in) & 1);
  case 2:
    for (int i = next(in) % 9; i > 0; i--) integer = (int64_t)((uint64_t)integer << 8 | next(in));
    return gs_integer(arena, integer);
  case 3: {
    uint64_t bits = 0;
    double number;
    for (int i = 0; i < 8; i++) bits = bits << 8 | next(in);
    memcpy(&number, &bits, sizeof number);
    /* A whole number reads back as an integer, as write.h says. */
    if (!(number - number == 0) || (number > -1e18 && number < 1e18 && number == (double)(int64_t)number)) number = 0.5;
    return gs_number(arena, number);
  }
  case 4:
  case 5: return string(arena, in);
  case 6: {
    gs_value *list = gs_list(arena);
    list->flow = next(in) & 1;
    for (int i = next(in) % 8; i > 0; i--) PROMISE(gs_list_add(arena, list, build(arena, in, depth + 1)));
    return list;
  }
  default: {
    gs_value *map = gs_map(arena);
    for (int i = next(in) % 8; i > 0; i--) {
      gs_value *key = string(arena, in);
      /* JSON's reader refuses a NUL in a key. */
      if (memchr(key->string.bytes, '\0', key->string.length) != NULL) continue;
      PROMISE(gs_map_set(arena, map, key->string.bytes, key->string.length, build(arena, in, depth + 1)));
    }
    return map;
  }
  }
}

typedef struct written {
  char *bytes;
  size_t length;
} written;

static int append(void *context, const char *more, size_t length) {
  written *w = context;
  w->bytes = realloc(w->bytes, w->length + length + 1);
  PROMISE(w->bytes != NULL);
  memcpy(w->bytes + w->length, more, length);
  w->length += length;
  return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  bytes in = {data, data + size};
  gs_value *tree = build(&arena, &in, 0), *again;
  char message[GS_READ_MESSAGE];
  written w = {NULL, 0};
  gs_sink sink = {append, &w};
  PROMISE(gs_yaml_write(tree, &sink) == GISA_OK);
  PROMISE(gs_is_utf8(w.bytes, w.length));
  PROMISE(gs_yaml_read(&arena, w.bytes, w.length, message, &again) == GISA_OK);
  PROMISE(gs_value_equal(tree, again));
  for (int indented = 0; indented < 2; indented++) {
    w.length = 0;
    PROMISE(gs_json_write(tree, indented, &sink) == GISA_OK);
    PROMISE(gs_json_read(&arena, w.bytes, w.length, message, &again) == GISA_OK);
    PROMISE(gs_value_equal(tree, again));
  }
  free(w.bytes);
  gs_arena_free(&arena);

  /* The readers for themselves: any bytes. */
  gs_arena_init(&arena, gs_heap);
  (void)gs_yaml_read(&arena, (const char *)data, size, message, &again);
  (void)gs_json_read(&arena, (const char *)data, size, message, &again);
  gs_arena_free(&arena);
  return 0;
}
