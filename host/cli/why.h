/* What gisa why gathers while an extractor runs, and how it is shown. */
#ifndef CLI_WHY_H
#define CLI_WHY_H

#include <stdio.h>

#include "engine/engine.h"

/* One search of a pattern. Places are in the clean text. */
typedef struct cli_try {
  const gs_pattern *pattern;
  const char *path; /* of the script's line that asked */
  int line;
  gs_span subject;    /* where it was a span; else text holds the string */
  const char *string; /* NULL for a span */
  uint32_t length, from;
  bool found;
  gs_span match; /* where it was found: in the clean text, or in the string */
  uint32_t sentence; /* counted from 0; GS_NOWHERE for a search over many that found nothing */
} cli_try;

typedef struct cli_note {
  const char *text;
  uint32_t sentence; /* of the search before it */
} cli_note;

typedef struct cli_why {
  gs_arena arena;
  const gs_member *member;
  gs_document document;
  bool began, triggered;
  cli_try *tries;
  size_t try_count, try_room, dropped;
  cli_note *notes;
  size_t note_count, note_room;
  uint32_t current;   /* the sentence of the last search */
  uint32_t focus;     /* the sentence that was asked about, or GS_NOWHERE */
  int colour;
} cli_why;

/* The listener's functions; context is a cli_why. */
void cli_why_begins(void *context, const gs_document *document, bool triggered);
void cli_why_note(void *context, const char *text, size_t length);
void cli_why_tried(void *context, const gs_try *attempt);

/* The sentence that holds the place, counted from 0; GS_NOWHERE where none does. */
uint32_t cli_why_sentence(const cli_why *why, uint32_t at);

/* Shows what was gathered: all of it by pattern, or what happened on the sentence in focus. */
void cli_why_show(const cli_why *why, FILE *out);

#endif
