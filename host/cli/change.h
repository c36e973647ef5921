/* What became of the records of articles between two runs. */
#ifndef CLI_CHANGE_H
#define CLI_CHANGE_H

#include <stdio.h>

#include "record/value.h"

#define CLI_MAX_CHANGED_ASPECTS 64

typedef enum cli_change { CLI_GAINED, CLI_LOST, CLI_CHANGED, CLI_CHANGES } cli_change;

typedef struct cli_sample {
  const char *id;
  const gs_value *old, *fresh; /* NULL for a gained, a lost one */
  uint32_t order;              /* of the id's hash: samples come from all over the corpus, and are the same each time */
} cli_sample;

typedef struct cli_aspect_change {
  const char *name;
  size_t old, fresh;           /* records */
  size_t count[CLI_CHANGES];
  size_t articles;             /* in which something changed */
  size_t failed, mended;       /* articles in which the extractor fails now, or no longer does */
  cli_sample *samples[CLI_CHANGES];
  size_t sample_count[CLI_CHANGES];
} cli_aspect_change;

typedef struct cli_changes {
  gs_arena arena; /* the samples */
  size_t sample_most; /* of each aspect and kind */
  cli_aspect_change aspects[CLI_MAX_CHANGED_ASPECTS];
  size_t aspect_count;
} cli_changes;

/* Compares the two results of an article. 0, or -1 when memory is out. */
int cli_compare_results(cli_changes *changes, const char *id, const gs_value *old, const gs_value *fresh);

/* Whether anything differs. */
int cli_has_changes(const cli_changes *changes);

/* A table, and samples below it. */
void cli_print_changes(FILE *out, const cli_changes *changes, int colour);

#endif
