#include "text/diagnostic.h"

#include <stdarg.h>
#include <stdio.h>

void gs_diagnostics_init(gs_diagnostics *diagnostics, gs_arena *arena) {
  *diagnostics = (gs_diagnostics){.arena = arena};
}

/* The formatted message in the arena; NULL when memory is out. */
static char *format_message(gs_arena *arena, const char *format, va_list arguments) {
  va_list again;
  va_copy(again, arguments);
  int length = vsnprintf(NULL, 0, format, arguments);
  char *message = length < 0 ? NULL : gs_arena_alloc(arena, (size_t)length + 1);
  if (message) vsnprintf(message, (size_t)length + 1, format, again);
  va_end(again);
  return message;
}

void gs_diagnose(gs_diagnostics *diagnostics, const char *stage, uint32_t start, uint32_t stop, const char *format,
                 ...) {
  gs_diagnostic *diagnostic = NULL;
  char *message = NULL;
  if (diagnostics->count < GS_MAX_DIAGNOSTICS) {
    va_list arguments;
    va_start(arguments, format);
    message = format_message(diagnostics->arena, format, arguments);
    va_end(arguments);
    diagnostic = gs_arena_alloc(diagnostics->arena, sizeof *diagnostic);
  }
  if (!diagnostic || !message) {
    diagnostics->dropped++;
    return;
  }
  *diagnostic = (gs_diagnostic){.stage = stage, .message = message, .start = start, .stop = stop};
  if (diagnostics->last) {
    diagnostics->last->next = diagnostic;
  } else {
    diagnostics->first = diagnostic;
  }
  diagnostics->last = diagnostic;
  diagnostics->count++;
}
