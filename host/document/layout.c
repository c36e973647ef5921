#include "document/layout.h"

#include <string.h>

/* A copyright line is short; a paragraph that mentions copyright is text. */
#define LONGEST_NOTICE 300

/* Bytes of white space at the start of rest bytes, 0 where there is none. */
static uint32_t space_at(const char *bytes, uint32_t rest) {
  unsigned char first = (unsigned char)bytes[0];
  if (first <= ' ') return 1;
  if (first == 0xC2 && rest >= 2 && (unsigned char)bytes[1] == 0xA0) return 2;
  if (rest < 3 || (first != 0xE2 && first != 0xE3 && first != 0xEF)) return 0;
  bool found = memcmp(bytes, "\xE3\x80\x80", 3) == 0 || memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ||
               (memcmp(bytes, "\xE2\x80", 2) == 0 && (unsigned char)bytes[2] <= 0x8B);
  return found ? 3 : 0;
}

static uint32_t space_before(const char *bytes, uint32_t rest) {
  for (uint32_t width = 1; width <= 3 && width <= rest; width++)
    if (space_at(bytes + rest - width, width) == width) return width;
  return 0;
}

gs_span gs_trimmed(const char *bytes, gs_span piece) {
  uint32_t width;
  while (piece.start < piece.stop && (width = space_at(bytes + piece.start, piece.stop - piece.start)) > 0)
    piece.start += width;
  while (piece.start < piece.stop && (width = space_before(bytes + piece.start, piece.stop - piece.start)) > 0)
    piece.stop -= width;
  return piece;
}

static gs_span line_from(const char *bytes, uint32_t start, uint32_t stop) {
  const char *end = memchr(bytes + start, '\n', stop - start);
  return (gs_span){start, end ? (uint32_t)(end - bytes) : stop};
}

static gs_span line_before(const char *bytes, uint32_t start, uint32_t stop) {
  const char *end = stop > start ? memrchr(bytes + start, '\n', stop - start) : NULL;
  return (gs_span){end ? (uint32_t)(end - bytes) + 1 : start, stop};
}

static bool begins(const char *bytes, gs_span line, const char *literal) {
  size_t length = strlen(literal);
  return line.stop - line.start >= length && memcmp(bytes + line.start, literal, length) == 0;
}

static bool holds(const char *bytes, gs_span line, const char *literal) {
  return memmem(bytes + line.start, line.stop - line.start, literal, strlen(literal)) != NULL;
}

static bool is_rule(const char *bytes, gs_span line) {
  char mark = bytes[line.start];
  if (line.stop - line.start < 3 || (mark != '-' && mark != '*' && mark != '_')) return false;
  for (uint32_t i = line.start; i < line.stop; i++)
    if (bytes[i] != mark) return false;
  return true;
}

/* `**publisher** | date | ` */
static bool is_byline(const char *bytes, gs_span line) {
  if (!begins(bytes, line, "**")) return false;
  gs_span rest = {line.start + 2, line.stop};
  const char *close = memmem(bytes + rest.start, rest.stop - rest.start, "**", 2);
  if (!close) return false;
  rest.start = (uint32_t)(close - bytes) + 2;
  rest = gs_trimmed(bytes, rest);
  return rest.start == rest.stop || bytes[rest.start] == '|';
}

static uint32_t read_head(const char *bytes, uint32_t start, uint32_t stop, gs_layout *layout) {
  bool titled = false, signed_ = false;
  while (start < stop) {
    gs_span whole = line_from(bytes, start, stop), line = gs_trimmed(bytes, whole);
    if (line.start < line.stop) {
      if (!titled && !signed_ && begins(bytes, line, "# ")) {
        layout->title = gs_trimmed(bytes, (gs_span){line.start + 2, line.stop});
        titled = true;
      } else if (!signed_ && is_byline(bytes, line)) {
        layout->byline = line;
        signed_ = true;
      } else if (!is_rule(bytes, line)) {
        return start;
      }
    }
    start = whole.stop < stop ? whole.stop + 1 : stop;
  }
  return stop;
}

static bool is_notice(const char *bytes, gs_span line) {
  static const char *const openings[] = {"Copyright", "copyright", "COPYRIGHT", "ⓒ",  "©", "(c)",
                                         "저작권자",  "<저작권자", "[저작권자", "<ⓒ", "[ⓒ"};
  static const char *const words[] = {"무단 전재", "무단전재", "ights reserved", "IGHTS RESERVED", "재배포"};
  if (line.stop - line.start > LONGEST_NOTICE) return false;
  for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
    if (!begins(bytes, line, openings[i])) continue;
    if (line.stop - line.start < LONGEST_NOTICE / 3) return true;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
      if (holds(bytes, line, words[k])) return true;
  }
  return false;
}

static bool is_footer(const char *bytes, gs_span line) {
  if (bytes[line.stop - 1] == '*' && (begins(bytes, line, "*Crawled at") || begins(bytes, line, "*Source:")))
    return true;
  return is_rule(bytes, line) || is_notice(bytes, line);
}

static uint32_t read_foot(const char *bytes, uint32_t start, uint32_t stop) {
  for (;;) {
    gs_span rest = gs_trimmed(bytes, (gs_span){start, stop});
    if (rest.start == rest.stop) return rest.stop;
    gs_span line = gs_trimmed(bytes, line_before(bytes, start, rest.stop));
    if (!is_footer(bytes, line)) return rest.stop;
    stop = line.start;
  }
}

/* `## 댓글`, `## 댓글 (12)`, `## 댓글 3개`; not `## 댓글로 본 민심`. */
static bool is_comment_heading(const char *bytes, gs_span line) {
  static const char *const headings[] = {"댓글", "독자 댓글", "독자댓글", "Comments"};
  while (line.start < line.stop && bytes[line.start] == '#') line.start++;
  line = gs_trimmed(bytes, line);
  for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
    if (!begins(bytes, line, headings[i])) continue;
    gs_span rest = gs_trimmed(bytes, (gs_span){line.start + (uint32_t)strlen(headings[i]), line.stop});
    return rest.start == rest.stop || strchr("(:0123456789", bytes[rest.start]) != NULL;
  }
  return false;
}

/* What follows the heading of the comments is what readers wrote. */
static uint32_t find_comments(const char *bytes, uint32_t start, uint32_t stop) {
  for (uint32_t at = start; at < stop;) {
    const char *found = memchr(bytes + at, '#', stop - at);
    if (!found) return stop;
    uint32_t place = (uint32_t)(found - bytes);
    gs_span line = line_from(bytes, place, stop);
    bool heading = place == start || bytes[place - 1] == '\n';
    if (heading && begins(bytes, line, "##") && is_comment_heading(bytes, line)) return place;
    at = line.stop;
  }
  return stop;
}

gs_layout gs_layout_find(const gs_text *text, uint32_t start) {
  gs_layout layout = {{start, start}, {start, start}, {start, start}};
  uint32_t body = read_head(text->bytes, start, text->length, &layout);
  uint32_t stop = read_foot(text->bytes, body, find_comments(text->bytes, body, text->length));
  layout.body = gs_trimmed(text->bytes, (gs_span){body, stop});
  return layout;
}
