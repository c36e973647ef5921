#include "cli/paint.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/buffer.h"
#include "record/write.h"
#include "text/code_point.h"

int cli_wants_colour(FILE *stream) {
  const char *off = getenv("NO_COLOR");
  return (off == NULL || off[0] == '\0') && isatty(fileno(stream)) != 0;
}

const char *cli_paint(int colours, cli_colour colour) {
  static const char *const escapes[] = {"\033[0m",  "\033[31m", "\033[32m", "\033[33m",
                                        "\033[36m", "\033[1m",  "\033[2m",  "\033[7m"};
  return colours ? escapes[colour] : "";
}

typedef struct line {
  cli_buffer text;
  size_t from, to; /* the stretch that differs */
} line;

static void read_line(line *l, const gs_value *value) {
  if (gs_json_write(value, false, &(gs_sink){cli_buffer_write, &l->text}) == GISA_OK) l->text.length--; /* the newline */
}

/* What two lines have in common at both ends is not marked; the rest is, at whole code points. */
static void compare(line *a, line *b) {
  const char *s = a->text.bytes, *t = b->text.bytes;
  size_t least = a->text.length < b->text.length ? a->text.length : b->text.length, head = 0, tail = 0;
  while (head < least && s[head] == t[head]) head++;
  while (head > 0 && head < a->text.length && !gs_is_boundary(s[head])) head--;
  while (head > 0 && head < b->text.length && !gs_is_boundary(t[head])) head--;
  while (tail < least - head && s[a->text.length - 1 - tail] == t[b->text.length - 1 - tail]) tail++;
  while (tail > 0 && !gs_is_boundary(s[a->text.length - tail])) tail--;
  a->from = b->from = head;
  a->to = a->text.length - tail;
  b->to = b->text.length - tail;
}

static void print_line(FILE *out, int colours, const char *indent, char sign, const char *key, const line *l) {
  const char *own = cli_paint(colours, sign == '-' ? CLI_RED : CLI_GREEN), *plain = cli_paint(colours, CLI_PLAIN);
  fprintf(out, "%s%s%c %s%s", indent, own, sign, key == NULL ? "" : key, key == NULL ? "" : ": ");
  fwrite(l->text.bytes, 1, l->from, out);
  if (l->to > l->from) fputs(cli_paint(colours, CLI_MARKED), out);
  fwrite(l->text.bytes + l->from, 1, l->to - l->from, out);
  if (l->to > l->from) fprintf(out, "%s%s", plain, own);
  fwrite(l->text.bytes + l->to, 1, l->text.length - l->to, out);
  fprintf(out, "%s\n", plain);
}

void cli_print_change(FILE *out, int colours, const char *indent, const char *key, const gs_value *old,
                      const gs_value *fresh) {
  line a = {0}, b = {0};
  if (old != NULL) read_line(&a, old);
  if (fresh != NULL) read_line(&b, fresh);
  /* Short values that share a letter by chance are easier to read unmarked. */
  if (a.text.bytes != NULL && b.text.bytes != NULL && a.text.length > 8 && b.text.length > 8) compare(&a, &b);
  if (a.text.bytes != NULL) print_line(out, colours, indent, '-', key, &a);
  if (b.text.bytes != NULL) print_line(out, colours, indent, '+', key, &b);
  cli_buffer_free(&a.text);
  cli_buffer_free(&b.text);
}
