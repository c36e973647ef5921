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
 *
 * A case that has neither expect nor must_fail yet fails, and `gisa test --update` writes what comes out.
 */
#ifndef CLI_CASE_H
#define CLI_CASE_H

#include <stdio.h>

#include "gisa.h"
#include "record/value.h"

typedef struct cli_case {
  const char *name;
  const char *text;
  size_t length;
  const gs_value *meta, *config, *expect; /* NULL where the case has none */
  const char *must_fail;                  /* NULL where records are expected */
  size_t line;                            /* of its first key, from 1 */
  size_t expect_start, expect_stop;       /* the bytes of expect's value in the file; equal where the case has none, at its end */
  size_t indent;                          /* columns before its keys */
} cli_case;

typedef struct cli_cases {
  const char *path; /* of the file */
  const char *bytes;
  size_t length;
  cli_case *items;
  size_t count;
} cli_cases;

#define CLI_CASE_MESSAGE 768

/* Reads FOLDER/cases.yaml into the arena. message (CLI_CASE_MESSAGE bytes) tells file, line, case and what is wrong. GISA_IO,
 * GISA_USAGE, GISA_NO_MEMORY. */
gisa_status cli_read_cases(gs_arena *arena, const char *folder, cli_cases *cases, char *message);

/* Finds where in the file each case stands: line, indent, expect_start and expect_stop of all count items, which must be the
 * cases that the same bytes were read to. */
gisa_status cli_place_cases(const char *bytes, size_t length, cli_case *items, size_t count);

/* Whether what came out agrees with what was expected: as many records, in order, equal in the fields that are listed. */
int cli_records_agree(const gs_value *expected, const gs_value *records);

/* Whether a record has what an expected one lists. */
int cli_record_agrees(const gs_value *expected, const gs_value *record);

/* Prints the differences, record by record, with colour where asked. */
void cli_print_difference(FILE *out, const gs_value *expected, const gs_value *records, int colour);

/* The records as a case's expect would list them: of a record that stands in the place of an expected one the fields that this one
 * lists, of a new one all but `at` and those without a value. In the arena; NULL when memory is out. */
gs_value *cli_expect_records(gs_arena *arena, const gs_value *expected, const gs_value *records);

/* Writes the file anew, with replacement[i] (NULL: as it was) for what case i expects; all else keeps its bytes. 0, or -1 with errno. */
int cli_update_cases(const cli_cases *cases, const gs_value *const *replacement);

#endif
