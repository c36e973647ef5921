/* Where the cases stand in their file: the value tree does not tell, the parser's marks do. */
#include <string.h>
#include <yaml.h>

#include "cli/case.h"
#include "text/code_point.h"

typedef struct placing {
  const char *bytes;
  size_t length;
  size_t at_line, at_byte; /* where the last look-up ended: marks come in ascending order, almost */
} placing;

/* The byte of a mark: libyaml counts lines and columns, and columns in code points. */
static size_t byte_of(placing *p, const yaml_mark_t *mark) {
  if (mark->line < p->at_line) p->at_line = p->at_byte = 0;
  while (p->at_line < mark->line) {
    const char *newline = memchr(p->bytes + p->at_byte, '\n', p->length - p->at_byte);
    if (newline == NULL) return p->length;
    p->at_byte = (size_t)(newline - p->bytes) + 1;
    p->at_line++;
  }
  size_t at = p->at_byte;
  for (size_t column = mark->column; column > 0 && at < p->length; column--)
    do at++; while (at < p->length && !gs_is_boundary(p->bytes[at]));
  return at;
}

/* Back over white space: block scalars end with the line behind them. */
static size_t end_of(const placing *p, size_t start, size_t stop) {
  while (stop > start && strchr(" \t\r\n", p->bytes[stop - 1]) != NULL) stop--;
  return stop;
}

typedef struct walk {
  placing place;
  cli_case *items;
  size_t count, seen;
  int depth;
  bool is_key, in_expect;
  size_t value_start, text_stop; /* where the value began, where the last scalar or bracket ended */
} walk;

static void end_value(walk *w) {
  if (w->in_expect) {
    w->items[w->seen - 1].expect_start = w->value_start;
    w->items[w->seen - 1].expect_stop = end_of(&w->place, w->value_start, w->text_stop);
  }
  w->in_expect = false;
  w->is_key = true;
}

static void begin_case(walk *w, const yaml_event_t *event) {
  cli_case *c = &w->items[w->seen++];
  c->line = event->start_mark.line + 1;
  c->indent = event->start_mark.column;
  c->expect_start = c->expect_stop = 0;
  w->is_key = true;
}

static void end_case(walk *w) {
  cli_case *c = &w->items[w->seen - 1];
  if (c->expect_stop == 0) c->expect_start = c->expect_stop = end_of(&w->place, 0, w->text_stop);
}

static void take(walk *w, const yaml_event_t *event) {
  bool opens = event->type == YAML_SEQUENCE_START_EVENT || event->type == YAML_MAPPING_START_EVENT;
  bool closes = event->type == YAML_SEQUENCE_END_EVENT || event->type == YAML_MAPPING_END_EVENT;
  /* A block ends with what is in it; only scalars and brackets have an end of their own. */
  if (event->type == YAML_SCALAR_EVENT || (closes && event->end_mark.index > event->start_mark.index))
    w->text_stop = byte_of(&w->place, &event->end_mark);
  if (closes) w->depth--;
  if (opens && w->depth == 1 && w->seen < w->count) begin_case(w, event);
  if (closes && w->depth == 1 && w->seen > 0) end_case(w);
  if (w->depth == 2 && event->type == YAML_SCALAR_EVENT && w->is_key) {
    w->in_expect = strcmp((const char *)event->data.scalar.value, "expect") == 0;
    w->is_key = false;
  } else if (w->depth == 2 && (opens || event->type == YAML_SCALAR_EVENT)) {
    w->value_start = byte_of(&w->place, &event->start_mark);
    if (!opens) end_value(w);
  } else if (w->depth == 2 && closes) {
    end_value(w);
  }
  if (opens) w->depth++;
}

gisa_status cli_place_cases(const char *bytes, size_t length, cli_case *items, size_t count) {
  walk w = {.place = {.bytes = bytes, .length = length}, .items = items, .count = count};
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) return GISA_NO_MEMORY;
  yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  bool more = true, whole = true;
  while (more && whole) {
    yaml_event_t event;
    whole = yaml_parser_parse(&parser, &event) != 0;
    if (!whole) break;
    more = event.type != YAML_STREAM_END_EVENT;
    take(&w, &event);
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return whole ? GISA_OK : GISA_USAGE;
}
