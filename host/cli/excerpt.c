#include "cli/excerpt.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "cli/paint.h"

#define MAX_LINE 400 /* bytes; a longer one is data, not code */

/* Where a message says that it happened: `…/extractor.lua:12:`. */
typedef struct place {
  char path[1024];
  long line;
  const char *rest; /* of the message */
} place;

static int find_place(const char *message, place *p) {
  const char *end = message + strcspn(message, "\n");
  const char *lua = strstr(message, ".lua:");
  if (lua == NULL || lua > end || !isdigit((unsigned char)lua[5])) return 0;
  /* A path may hold spaces; what stands before it ends with a colon and a space. */
  const char *start = message;
  for (const char *at = message; at < lua; at++)
    if (at[0] == ':' && at[1] == ' ') start = at + 2;
  size_t length = (size_t)(lua - start) + 4;
  if (length >= sizeof p->path) return 0;
  memcpy(p->path, start, length);
  p->path[length] = '\0';
  char *rest;
  p->line = strtol(lua + 5, &rest, 10);
  p->rest = rest;
  return 1;
}

static int read_line(const place *p, char line[MAX_LINE]) {
  FILE *file = fopen(p->path, "re");
  if (file == NULL) return 0;
  int found = 0;
  for (long number = 1; number <= p->line && fgets(line, MAX_LINE, file) != NULL;) {
    if (number == p->line) found = 1;
    if (strchr(line, '\n') != NULL) number++;
    else if (found) break;
  }
  fclose(file);
  line[strcspn(line, "\r\n")] = '\0';
  return found;
}

static int is_word(char c) {
  return isalnum((unsigned char)c) || c == '_' || ((unsigned char)c & 0x80) != 0;
}

/* The place of a whole word in the line; one behind a dot or a colon is a field, which is what messages speak of. */
static const char *find_word(const char *line, const char *word, size_t length) {
  const char *first = NULL;
  for (const char *at = line; length > 0 && (at = strstr(at, word)) != NULL; at++) {
    if (is_word(word[0]) && at > line && is_word(at[-1])) continue;
    if (is_word(word[length - 1]) && is_word(at[length])) continue;
    if (at > line && strchr(".:", at[-1]) != NULL) return at;
    if (first == NULL) first = at;
  }
  return first;
}

/* What the message is about: the last word in quotation marks that the line holds; else where the code begins. */
static const char *find_culprit(const char *line, const char *message) {
  const char *end = message + strcspn(message, "\n"), *found = NULL;
  for (const char *at = message; (at = strchr(at, '\'')) != NULL && at < end; at++) {
    const char *close = strchr(at + 1, '\'');
    if (close == NULL || close > end) break;
    char word[128];
    size_t length = (size_t)(close - at) - 1;
    if (length < sizeof word) {
      memcpy(word, at + 1, length);
      word[length] = '\0';
      const char *here = find_word(line, word, length);
      if (here != NULL) found = here;
    }
    at = close;
  }
  if (found == NULL && strncmp(message, ": bad pattern", 13) == 0) found = strstr(line, "re.");
  return found != NULL ? found : line + strspn(line, " \t");
}

/* Columns that a terminal gives the text: Hangul takes two. */
static int width_of(const char *text, size_t length) {
  int width = 0;
  for (size_t at = 0; at < length;) {
    utf8proc_int32_t code;
    utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at), &code);
    if (step <= 0) break;
    width += code == '\t' ? 1 : utf8proc_charwidth(code);
    at += (size_t)step;
  }
  return width;
}

static void print_excerpt(FILE *out, const char *indent, const place *p, int colour) {
  char line[MAX_LINE];
  if (!read_line(p, line)) return;
  const char *culprit = find_culprit(line, p->rest);
  for (char *tab = line; (tab = strchr(tab, '\t')) != NULL;) *tab = ' ';
  fprintf(out, "%s  %5ld | %s\n", indent, p->line, line);
  fprintf(out, "%s        | %*s%s^%s\n", indent, width_of(line, (size_t)(culprit - line)), "", cli_paint(colour, CLI_RED),
          cli_paint(colour, CLI_PLAIN));
}

void cli_print_failure(FILE *out, const char *indent, const char *message, int colour) {
  int shown = 0;
  while (message[0] != '\0') {
    size_t length = strcspn(message, "\n");
    place p;
    fprintf(out, "%s%.*s\n", indent, (int)length, message);
    if (!shown && find_place(message, &p)) {
      print_excerpt(out, indent, &p, colour);
      shown = 1;
    }
    message += length + (message[length] == '\n');
    /* Each extractor of a load error has an excerpt of its own; the lines of a traceback have none. */
    if (strncmp(message, "  ", 2) != 0) shown = 0;
  }
}
