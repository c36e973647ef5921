/* Running a case: its article through an engine, and what its extractor made of it. */
#ifndef CLI_CASE_RUN_H
#define CLI_CASE_RUN_H

#include "cli/case.h"
#include "cli/command.h"

typedef struct cli_case_outcome {
  const gs_value *records; /* of the extractor; NULL where the case could not be run */
  const char *failure;     /* what the extractor, or one that it needs, failed with; NULL where all is well */
} cli_case_outcome;

/* Runs a case of the extractor name. A case with settings gets an engine of its own, opened as setup says. The outcome lies in the
 * arena. */
void cli_run_case(gs_arena *arena, gisa_engine *engine, const cli_setup *setup, const char *name, const cli_case *c,
                  cli_case_outcome *outcome);

/* Whether the case passes; else says why on out. */
int cli_judge_case(FILE *out, const gisa_engine *engine, const char *name, const cli_case *c,
                   const cli_case_outcome *outcome, int colour);

#endif
