/* Writing what came out into a file of cases, around which everything else keeps its bytes. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "batch/output.h"
#include "cli/buffer.h"
#include "cli/case.h"
#include "record/write.h"

/* The list as YAML lines, each behind a newline and columns of indent. */
static int print_list(cli_buffer *out, const gs_value *list, size_t indent) {
  static const char head[] = "---\n";
  cli_buffer yaml = {0};
  int failed = gs_yaml_write(list, &(gs_sink){cli_buffer_write, &yaml}) != GISA_OK;
  size_t at = !failed && yaml.length > 4 && memcmp(yaml.bytes, head, 4) == 0 ? 4 : 0;
  while (!failed && at < yaml.length) {
    const char *line = yaml.bytes + at, *end = memchr(line, '\n', yaml.length - at);
    int length = (int)(end == NULL ? yaml.length - at : (size_t)(end - line));
    failed = cli_buffer_print(out, "\n%*s%.*s", (int)indent, "", length, line) != 0;
    at += (size_t)length + 1;
  }
  cli_buffer_free(&yaml);
  return failed ? -1 : 0;
}

/* Columns before the value, where it stands on lines of its own; SIZE_MAX where it stands behind its key. */
static size_t column_of(const char *bytes, size_t at) {
  size_t line = at;
  while (line > 0 && bytes[line - 1] == ' ') line--;
  return line == 0 || bytes[line - 1] == '\n' ? at - line : SIZE_MAX;
}

/* Where the new text of a case begins: behind `expect:`, or behind its last line. */
static size_t start_of(const cli_cases *cases, const cli_case *c) {
  size_t at = c->expect_start;
  if (c->expect == NULL) return at + strcspn(cases->bytes + at, "\n");
  while (at > 0 && strchr(" \n", cases->bytes[at - 1]) != NULL) at--;
  return at;
}

static int print_case(cli_buffer *out, const cli_cases *cases, const cli_case *c, size_t start, const gs_value *list) {
  size_t column = c->expect == NULL ? SIZE_MAX : column_of(cases->bytes, c->expect_start);
  if (column == SIZE_MAX) column = c->indent + 2;
  if (c->expect == NULL && cli_buffer_print(out, "\n%*sexpect:", (int)c->indent, "") != 0) return -1;
  if (list->list.count > 0) return print_list(out, list, column);
  /* A comment may stand between the key and its value. */
  bool behind_key = c->expect == NULL || cases->bytes[start - 1] == ':';
  return behind_key ? cli_buffer_print(out, " []") : cli_buffer_print(out, "\n%*s[]", (int)column, "");
}

static int save(const cli_cases *cases, const cli_buffer *text) {
  char path[4096];
  const char *slash = strrchr(cases->path, '/');
  snprintf(path, sizeof path, "%.*s", (int)(slash - cases->path), cases->path);
  int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return -1;
  int error = batch_output_write(folder, slash + 1, 0, text->bytes, text->length, false);
  close(folder);
  errno = error;
  return error == 0 ? 0 : -1;
}

int cli_update_cases(const cli_cases *cases, const gs_value *const *replacement) {
  cli_buffer text = {0};
  size_t at = 0;
  int failed = 0;
  for (size_t i = 0; i < cases->count && !failed; i++) {
    const cli_case *c = &cases->items[i];
    if (replacement[i] == NULL) continue;
    size_t start = start_of(cases, c);
    failed = cli_buffer_write(&text, cases->bytes + at, start - at) != 0 ||
             print_case(&text, cases, c, start, replacement[i]) != 0;
    at = c->expect == NULL ? start : c->expect_stop;
  }
  failed = failed || cli_buffer_write(&text, cases->bytes + at, cases->length - at) != 0;
  if (failed) errno = ENOMEM;
  if (!failed) failed = save(cases, &text);
  cli_buffer_free(&text);
  return failed ? -1 : 0;
}
