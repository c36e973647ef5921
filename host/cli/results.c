#include "cli/results.h"

#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

/* Reads a line into ahead; its length, 0 at the end, -1 on an error. */
static ssize_t read_line(cli_results *r) {
  ssize_t length = getline(&r->ahead, &r->ahead_room, r->stream);
  if (length < 0) return feof(r->stream) ? 0 : -1;
  r->ahead_length = (size_t)length;
  r->line++;
  return length;
}

static int keep_line(cli_results *r) {
  if (r->room - r->length < r->ahead_length) {
    size_t room = r->room * 2 + r->ahead_length;
    char *grown = realloc(r->text, room);
    if (grown == NULL) return -1;
    r->text = grown;
    r->room = room;
  }
  memcpy(r->text + r->length, r->ahead, r->ahead_length);
  r->length += r->ahead_length;
  r->ahead_length = 0;
  return 0;
}

static int is_line(const cli_results *r, const char *line) {
  size_t length = r->ahead_length;
  while (length > 0 && strchr("\r\n", r->ahead[length - 1]) != NULL) length--;
  return length == strlen(line) && memcmp(r->ahead, line, length) == 0;
}

static int is_blank(const cli_results *r) {
  for (size_t i = 0; i < r->ahead_length; i++)
    if (r->ahead[i] == '\0' || strchr(" \t\r\n", r->ahead[i]) == NULL) return 0;
  return 1;
}

/* Takes lines until one that ends the text: `}` for JSON, or the next document's `---`, which stays ahead. */
static int read_rest(cli_results *r, int json) {
  for (;;) {
    ssize_t got = read_line(r);
    if (got < 0) return -1;
    if (got == 0 || (!json && is_line(r, "---"))) return 1;
    int last = json && is_line(r, "}");
    if (keep_line(r) != 0) return -1;
    if (last) return 1;
  }
}

int cli_results_next(cli_results *r) {
  r->length = 0;
  while (r->ahead_length == 0 || is_blank(r)) {
    r->ahead_length = 0;
    ssize_t got = read_line(r);
    if (got <= 0) return (int)got;
  }
  r->first = r->line;
  int brace = r->ahead[0] == '{', alone = is_line(r, "{");
  if (keep_line(r) != 0) return -1;
  return brace && !alone ? 1 : read_rest(r, brace);
}

void cli_results_close(cli_results *r) {
  free(r->text);
  free(r->ahead);
  *r = (cli_results){0};
}
