#include "record/read.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Drops the character at the end of text whose last bytes did not fit any more. */
static void drop_cut_character(char *text) {
  size_t length = strlen(text), back = 0;
  while (back < length && back < 3 && ((unsigned char)text[length - 1 - back] & 0xC0) == 0x80) back++;
  if (back == length) return;
  unsigned char lead = (unsigned char)text[length - 1 - back];
  size_t wanted = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
  if (back < wanted) text[length - 1 - back] = '\0';
}

void gs_read_complain(char *message, size_t line, size_t column, const char *format, ...) {
  int used = line > 0 ? snprintf(message, GS_READ_MESSAGE, "line %zu, column %zu: ", line, column) : 0;
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(message + used, GS_READ_MESSAGE - (size_t)used, format, arguments);
  va_end(arguments);
  for (char *at = message; *at; at++) {
    if ((unsigned char)*at < 0x20 || *at == 0x7F) *at = ' ';
  }
  drop_cut_character(message);
}
