/* A case of an extractor: an article in, the records that are expected out. Cases are data, in
 * NAME/cases.yaml: a list of
 *
 *     - case: subject before the quote         what the case shows
 *       text: 홍길동 대표는 "좋다"고 말했다.        the article: its body, or a whole file with front matter
 *       file: articles/a.md                    or a file beside cases.yaml, in place of text
 *       meta: {published_at: 2025-12-30}       front matter on top, optional
 *       config: {limit: 3}                     settings, optional
 *       expect:                                the records in order; each lists the fields to be compared, null is
 *       - {text: 좋다, speaker: 홍길동}           an absent one; `[]` for none
 *       must_fail: wanted a number             or a part of the error, in place of expect
 */
#ifndef CLI_CASE_H
#define CLI_CASE_H

#include "gisa.h"
#include "record/value.h"

typedef struct cli_case {
  const char *name;
  const char *text;
  size_t length;
  const gs_value *meta, *config, *expect; /* NULL where the case has none */
  const char *must_fail;                  /* NULL where records are expected */
} cli_case;

typedef struct cli_cases {
  const char *path; /* of the file */
  cli_case *items;
  size_t count;
} cli_cases;

/* Reads FOLDER/cases.yaml into the arena. message (512 bytes) tells file, case and what is wrong. GISA_IO, GISA_USAGE, GISA_NO_MEMORY. */
gisa_status cli_read_cases(gs_arena *arena, const char *folder, cli_cases *cases, char *message);

/* Compares what came out with what was expected. Returns 1 where they agree; else prints the differences to stderr, record by
 * record, with colour where asked. */
int cli_check_records(const gs_value *expected, const gs_value *records, int colour);

#endif
