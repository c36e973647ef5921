/* What gisa eval gathers, and how it is shown. */
#ifndef CLI_EVAL_H
#define CLI_EVAL_H

#include <stdio.h>

#include "cli/gold.h"

/* A mistake with what a reader wants beside it. All of it lies in the evaluation's arena. */
typedef struct cli_evidence {
  const char *aspect, *id;
  gs_value *wanted, *got; /* NULL for an extra, for a miss */
  gs_value *sentence;     /* of the article; NULL where it can't be told */
} cli_evidence;

typedef struct cli_evaluation {
  gs_arena arena; /* gold and evidence: as long as the command */
  cli_scoring scoring;
  size_t articles, absent, failed; /* of gold; without a result; that could not be read */
  cli_evidence *mistakes;
  size_t mistake_count, mistake_room;
} cli_evaluation;

/* The table of aspects; with fields, their fields below each. */
void cli_print_evaluation(FILE *out, const cli_evaluation *e, int fields);

/* The mistakes of one aspect, or of all (NULL), with their sentences. */
void cli_print_mistakes(FILE *out, const cli_evaluation *e, const char *aspect, int colour);

/* All of it as one JSON text. 0, or -1 when memory is out or out stopped. */
int cli_write_evaluation(FILE *out, cli_evaluation *e);

#endif
