#include "document/front_matter.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Longer than any key in use; text before a colon in running prose is mostly longer. */
#define LONGEST_KEY 64

typedef struct line {
  uint32_t start, stop, next; /* stop is before the line's end mark, next behind it */
} line;

/* Where the line that begins at start ends. Looked for in pieces: a file of 10 MB whose lines end in CR must not be
 * searched for an LF at each of them. */
static uint32_t line_stop(const char *bytes, uint32_t length, uint32_t start) {
  for (;;) {
    uint32_t piece = length - start < 256 ? length - start : 256;
    const char *feed = memchr(bytes + start, '\n', piece);
    if (feed) piece = (uint32_t)(feed - (bytes + start));
    const char *carriage = memchr(bytes + start, '\r', piece);
    if (carriage) return (uint32_t)(carriage - bytes);
    if (feed || start + piece == length) return start + piece;
    start += piece;
  }
}

static line line_at(const char *bytes, uint32_t length, uint32_t start) {
  uint32_t stop = line_stop(bytes, length, start);
  uint32_t next = stop;
  if (next < length && bytes[next] == '\r') next++;
  if (next < length && bytes[next] == '\n' && (next == stop || bytes[stop] == '\r')) next++;
  return (line){start, stop, next};
}

static bool is_blank(const char *bytes, line at) {
  for (uint32_t i = at.start; i < at.stop; i++)
    if (bytes[i] != ' ' && bytes[i] != '\t') return false;
  return true;
}

static bool is_rule(const char *bytes, line at) {
  if (at.stop - at.start < 3 || memcmp(bytes + at.start, "---", 3) != 0) return false;
  return is_blank(bytes, (line){at.start + 3, at.stop, at.next});
}

static bool is_key(const char *bytes, line at) {
  return gs_front_matter_key_at(bytes + at.start, at.stop - at.start).length > 0;
}

static gs_front_matter_key quoted_key(const char *text, size_t length) {
  const char *end = memchr(text + 1, text[0], length - 1);
  gs_front_matter_key none = {0};
  if (!end || end == text + 1 || end - text > LONGEST_KEY) return none;
  size_t colon = (size_t)(end - text) + 1;
  if (colon >= length || text[colon] != ':') return none;
  return (gs_front_matter_key){text + 1, (uint32_t)colon - 2, (uint32_t)colon + 1};
}

static bool is_key_byte(unsigned char byte) {
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z') || byte == '_';
}

gs_front_matter_key gs_front_matter_key_at(const char *text, size_t length) {
  gs_front_matter_key none = {0};
  if (length > 0 && (text[0] == '"' || text[0] == '\'')) return quoted_key(text, length);
  size_t at = 0, stop = 0; /* stop: behind the last byte of the key that is no space */
  bool wide = false;
  for (; at < length && at <= LONGEST_KEY && text[at] != ':'; at++) {
    unsigned char byte = (unsigned char)text[at];
    if (!is_key_byte(byte) && (at == 0 || (byte != '-' && byte != '.' && byte != ' '))) return none;
    wide |= byte >= 0x80;
    if (byte != ' ') stop = at + 1;
  }
  if (stop == 0 || at > LONGEST_KEY || at >= length) return none;
  if (wide && memchr(text, ' ', at)) return none; /* `그는 이렇게 말했다: …` is prose */
  /* `http://…` is no key; a quotation mark right behind the colon is a slip. */
  if (at + 1 < length && !strchr(" \t\r\n\"'", text[at + 1])) return none;
  return (gs_front_matter_key){text, (uint32_t)stop, (uint32_t)at + 1};
}

/* Front matter without a closing rule: keys and their indented or blank lines, up to the first other one. */
static gs_front_matter find_unclosed(const char *bytes, uint32_t length, uint32_t start) {
  uint32_t stop = start;
  for (line at = line_at(bytes, length, start); at.start < length; at = line_at(bytes, length, at.next)) {
    bool indented = at.start < at.stop && (bytes[at.start] == ' ' || bytes[at.start] == '\t');
    if (!is_key(bytes, at) && !indented) break;
    stop = at.next;
  }
  return (gs_front_matter){{start, stop}, stop > start ? stop : 0, false};
}

gs_front_matter gs_front_matter_find(const char *bytes, uint32_t length) {
  gs_front_matter none = {0};
  line at = line_at(bytes, length, 0);
  while (at.next < length && is_blank(bytes, at)) at = line_at(bytes, length, at.next);
  if (!is_rule(bytes, at)) return none;
  uint32_t start = at.next;
  bool keyed = false, empty = true;
  for (at = line_at(bytes, length, start); at.start < length; at = line_at(bytes, length, at.next)) {
    if (is_rule(bytes, at)) {
      if (!keyed && !empty) return none;
      return (gs_front_matter){{start, at.start}, at.next, true};
    }
    if (is_blank(bytes, at)) continue;
    /* The first line decides, so that a rule above an article is not taken for front matter that runs to the next rule.
     */
    if (empty) keyed = is_key(bytes, at) || bytes[at.start] == '{' || bytes[at.start] == '#';
    if (empty && !keyed) return none;
    empty = false;
  }
  return find_unclosed(bytes, length, start);
}

void gs_front_matter_diagnose(const gs_front_matter_reader *reader, gs_span piece, const char *format, ...) {
  char message[256];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message, sizeof message, format, arguments);
  va_end(arguments);
  gs_span source = gs_offset_source(&reader->text->map, piece);
  gs_diagnose(reader->diagnostics, "front-matter", source.start, source.stop, "%s", message);
}

gs_value *gs_front_matter_scalar(gs_arena *arena, const char *bytes, size_t length) {
  const char *decoded;
  size_t decoded_length;
  if (gs_text_unescape(arena, bytes, length, &decoded, &decoded_length) != GISA_OK) return NULL;
  return gs_string(arena, decoded, decoded_length);
}

gs_span gs_front_matter_line(const gs_text *text, gs_span piece, uint32_t number) {
  line at = line_at(text->bytes, piece.stop, piece.start);
  while (number-- > 0 && at.next < piece.stop) at = line_at(text->bytes, piece.stop, at.next);
  return (gs_span){at.start, at.stop};
}

/* A line that a tab indents: where 97 of 100 crawled files would fail in libyaml, which costs more than all the rest.
 * What the lenient reading makes of a valid use of it (in a block scalar) is the same. */
static bool has_tabs(const gs_text *text, gs_span piece) {
  return memmem(text->bytes + piece.start, piece.stop - piece.start, "\n\t", 2) != NULL;
}

gs_value *gs_front_matter_read(const gs_front_matter_reader *reader, const gs_front_matter *found) {
  gs_yaml_fault fault;
  if (found->closed && has_tabs(reader->text, found->yaml)) return gs_lenient_read(reader, found->yaml);
  if (!found->closed) {
    gs_front_matter_diagnose(reader, gs_front_matter_line(reader->text, found->yaml, 0),
                             "front matter is not closed by a `---` line");
    return gs_lenient_read(reader, found->yaml);
  }
  gs_value *map = gs_strict_read(reader, found->yaml, &fault);
  if (map || fault.message[0] == '\0') return map;
  uint32_t before = reader->diagnostics->count;
  map = gs_lenient_read(reader, found->yaml);
  /* The repairs tell what was wrong; libyaml's words are for what was read without one. */
  if (map && reader->diagnostics->count == before)
    gs_front_matter_diagnose(reader, gs_front_matter_line(reader->text, found->yaml, fault.line), "%s; read key by key",
                             fault.message);
  return map;
}
