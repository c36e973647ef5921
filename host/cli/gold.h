/* Scoring records against gold: which of them are right, by aspect and by field.
 *
 * Gold is NDJSON: an article a line, with its "id" and for each aspect a list of records. KEY_any beside a key lists other values that are
 * right too; `optional: true` marks a record that is neither rewarded nor punished. */
#ifndef CLI_GOLD_H
#define CLI_GOLD_H

#include "record/value.h"

#define CLI_MAX_ASPECTS 32
#define CLI_MAX_GOLD_FIELDS 32

typedef struct cli_tally {
  size_t right, missed, extra; /* true positives, false negatives, false positives */
} cli_tally;

typedef struct cli_score {
  double precision, recall, f1;
} cli_score;

/* 1 where there was nothing to find, or nothing was found. */
cli_score cli_score_of(const cli_tally *tally);

typedef struct cli_gold_field {
  const char *name;
  cli_tally strict, lenient; /* the value letter for letter; folded, or one within the other */
} cli_gold_field;

typedef struct cli_aspect {
  const char *name;
  cli_tally tally;  /* by the aspect's own rule */
  cli_tally strict; /* every field of a record letter for letter */
  cli_gold_field fields[CLI_MAX_GOLD_FIELDS];
  size_t field_count;
} cli_aspect;

/* A record that was missed, or that is extra, or (wrong) has what gold does not: fresh beside wanted. */
typedef struct cli_mistake {
  const char *aspect;
  const gs_value *wanted, *got; /* NULL for an extra, for a missed one */
} cli_mistake;

typedef void cli_mistake_fn(void *context, const cli_mistake *mistake);

typedef struct cli_scoring {
  gs_arena *arena; /* of the article at hand */
  cli_aspect aspects[CLI_MAX_ASPECTS];
  size_t aspect_count;
  cli_mistake_fn *mistake;
  void *context;
} cli_scoring;

/* Adds the aspects that every gold file has: quotes, attribution, attendees, roles, attendance, benchmarks. */
void cli_scoring_open(cli_scoring *scoring, cli_mistake_fn *mistake, void *context);

/* Scores one article: its gold and what came out (NULL: nothing did). */
void cli_score_article(cli_scoring *scoring, gs_arena *arena, const gs_value *gold, const gs_value *result);

#endif
