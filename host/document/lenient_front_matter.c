/* The lenient reading: `key: value` at the start of a line begins an entry, other lines continue it. For what crawlers
 * write by pasting strings between quotation marks and templates between tabs. */
#include <string.h>

#include "document/front_matter.h"

/* As many as the strict reading takes (yaml_front_matter.c). */
#define MOST_KEYS 256

typedef struct entry {
  gs_span whole; /* its lines */
  gs_front_matter_key key;
  gs_span value; /* behind the colon to the end of the entry, trimmed */
  bool tabs;     /* a line of it begins with a tab */
  bool stray;    /* a line of it begins in the first column */
} entry;

static bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static gs_span trim(const char *bytes, gs_span piece) {
  while (piece.start < piece.stop && is_space(bytes[piece.start])) piece.start++;
  while (piece.stop > piece.start && is_space(bytes[piece.stop - 1])) piece.stop--;
  return piece;
}

static uint32_t line_end(const char *bytes, uint32_t start, uint32_t stop) {
  const char *end = memchr(bytes + start, '\n', stop - start);
  return end ? (uint32_t)(end - bytes) : stop;
}

/* The entry that begins at start: its key line and all lines that begin no other key. */
static entry entry_at(const char *bytes, uint32_t start, uint32_t stop) {
  uint32_t end = line_end(bytes, start, stop);
  entry found = {.key = gs_front_matter_key_at(bytes + start, end - start)};
  while (end < stop) {
    uint32_t next = end + 1, next_end = line_end(bytes, next, stop);
    if (next < next_end && !is_space(bytes[next]) && bytes[next] != '-') {
      if (gs_front_matter_key_at(bytes + next, next_end - next).length > 0) break;
      found.stray = true;
    }
    found.tabs |= next < next_end && bytes[next] == '\t';
    end = next_end;
  }
  found.whole = (gs_span){start, end};
  found.value = trim(bytes, (gs_span){start + found.key.value, end});
  return found;
}

/* The value's lines, each trimmed, none empty, with separator between them: quoted lines are folded as YAML does it,
 * plain ones kept apart, since they are mostly a list that lost its marks (authors). */
static gs_value *lines_of(gs_arena *arena, const char *bytes, gs_span value, char separator) {
  if (line_end(bytes, value.start, value.stop) == value.stop)
    return gs_front_matter_scalar(arena, bytes + value.start, value.stop - value.start);
  char *joined = gs_arena_alloc(arena, value.stop - value.start + 1);
  if (!joined) return NULL;
  size_t length = 0;
  for (uint32_t start = value.start; start < value.stop;) {
    uint32_t end = line_end(bytes, start, value.stop);
    gs_span line = trim(bytes, (gs_span){start, end});
    if (line.start < line.stop) {
      if (length > 0) joined[length++] = separator;
      memcpy(joined + length, bytes + line.start, line.stop - line.start);
      length += line.stop - line.start;
    }
    start = end + 1;
  }
  return gs_front_matter_scalar(arena, joined, length);
}

/* What stands between the marks of a quoted value, with the escapes that people and templates write. */
static gs_value *unquoted(gs_arena *arena, const char *bytes, gs_span inner, char mark) {
  if (!memchr(bytes + inner.start, mark == '"' ? '\\' : '\'', inner.stop - inner.start))
    return lines_of(arena, bytes, inner, ' ');
  char *copy = gs_arena_alloc(arena, inner.stop - inner.start + 1);
  if (!copy) return NULL;
  uint32_t length = 0;
  for (uint32_t i = inner.start; i < inner.stop; i++) {
    char byte = bytes[i], next = i + 1 < inner.stop ? bytes[i + 1] : '\0';
    bool escape = mark == '"' ? byte == '\\' && next != '\0' && strchr("\"\\/nt", next) : byte == '\'' && next == '\'';
    if (escape) byte = next == 'n' ? '\n' : next == 't' ? '\t' : next, i++;
    copy[length++] = byte;
  }
  return gs_front_matter_scalar(arena, copy, length);
}

static bool has_bare_mark(const char *bytes, gs_span inner, char mark) {
  for (uint32_t i = inner.start; i < inner.stop; i++) {
    if (mark == '"' && bytes[i] == '\\')
      i++;
    else if (mark == '\'' && bytes[i] == mark && i + 1 < inner.stop && bytes[i + 1] == mark)
      i++;
    else if (bytes[i] == mark)
      return true;
  }
  return false;
}

static gs_value *quoted_value(const gs_front_matter_reader *reader, const entry *at) {
  const char *bytes = reader->text->bytes;
  char mark = bytes[at->value.start];
  int key_length = (int)at->key.length;
  if (at->value.stop - at->value.start < 2 || bytes[at->value.stop - 1] != mark) {
    gs_front_matter_diagnose(reader, at->value,
                             "value of `%.*s` opens with a mark (%c) that does not close it; taken as written",
                             key_length, at->key.bytes, mark);
    return lines_of(reader->arena, bytes, at->value, '\n');
  }
  gs_span inner = {at->value.start + 1, at->value.stop - 1};
  if (has_bare_mark(bytes, inner, mark))
    gs_front_matter_diagnose(reader, at->value, "value of `%.*s` holds an unescaped %c", key_length, at->key.bytes,
                             mark);
  return unquoted(reader->arena, bytes, inner, mark);
}

static bool is_null(const char *bytes, gs_span value) {
  size_t length = value.stop - value.start;
  return length == 0 || (length == 1 && bytes[value.start] == '~') ||
         (length == 4 && memcmp(bytes + value.start, "null", 4) == 0);
}

/* A list, a map, a block scalar: YAML that may stand on its own though its neighbours do not parse. */
static gs_value *structured_value(const gs_front_matter_reader *reader, const entry *at) {
  gs_yaml_fault fault;
  gs_value *map = gs_strict_read(reader, at->whole, &fault);
  if (map && map->map.count == 1) return map->map.pairs[0].value;
  if (!map && fault.message[0] == '\0') return NULL;
  gs_front_matter_diagnose(reader, at->value, "value of `%.*s` is not YAML (%s); taken as written", (int)at->key.length,
                           at->key.bytes, map ? "more than one key" : fault.message);
  return lines_of(reader->arena, reader->text->bytes, at->value, '\n');
}

static gs_value *value_of(const gs_front_matter_reader *reader, const entry *at) {
  const char *bytes = reader->text->bytes;
  if (is_null(bytes, at->value)) return gs_null(reader->arena);
  char first = bytes[at->value.start];
  if (first == '"' || first == '\'') return quoted_value(reader, at);
  bool one_line = line_end(bytes, at->value.start, at->value.stop) == at->value.stop;
  bool below = line_end(bytes, at->whole.start, at->whole.stop) < at->value.start;
  if (strchr("[{|>", first) || (!one_line && first == '-') || (below && !at->tabs && !at->stray))
    return structured_value(reader, at);
  if (at->tabs)
    gs_front_matter_diagnose(reader, at->value, "value of `%.*s` is indented by tabs", (int)at->key.length,
                             at->key.bytes);
  else if (at->stray)
    gs_front_matter_diagnose(reader, at->value, "value of `%.*s` runs on in the first column", (int)at->key.length,
                             at->key.bytes);
  return lines_of(reader->arena, bytes, at->value, '\n');
}

static bool add(const gs_front_matter_reader *reader, gs_value *map, const entry *at) {
  char *key = gs_arena_copy(reader->arena, at->key.bytes, at->key.length);
  if (!key) return false;
  if (gs_map_get(map, key)) {
    gs_front_matter_diagnose(reader, at->whole, "key `%s` occurs again; the first counts", key);
    return true;
  }
  return gs_map_set(reader->arena, map, key, at->key.length, value_of(reader, at));
}

gs_value *gs_lenient_read(const gs_front_matter_reader *reader, gs_span piece) {
  const char *bytes = reader->text->bytes;
  gs_value *map = gs_map(reader->arena);
  if (piece.stop > piece.start && bytes[piece.stop - 1] == '\n') piece.stop--;
  uint32_t count = 0;
  for (uint32_t start = piece.start; map && start < piece.stop;) {
    entry at = entry_at(bytes, start, piece.stop);
    if (at.key.length == 0) {
      gs_span skipped = trim(bytes, at.whole);
      if (skipped.start < skipped.stop && bytes[skipped.start] != '#')
        gs_front_matter_diagnose(reader, skipped, "lines before the first key are left out");
    } else if (count++ == MOST_KEYS) {
      gs_front_matter_diagnose(reader, (gs_span){start, piece.stop}, "more than 256 keys; the rest is left out");
      break;
    } else if (!add(reader, map, &at)) {
      return NULL;
    }
    start = at.whole.stop + 1;
  }
  return map;
}
