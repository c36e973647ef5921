/* A file of results as the texts that it is made of: a stream of YAML documents, NDJSON, or JSON texts one behind the other, as gisa writes
 * them. One is in memory at a time. */
#ifndef CLI_RESULTS_H
#define CLI_RESULTS_H

#include <stdio.h>

typedef struct cli_results {
  FILE *stream;
  char *text; /* the result at hand */
  size_t length;
  unsigned long long line, first; /* lines read so far; where the result at hand begins, from 1 */
  /* For results.c. */
  char *ahead; /* a line that was read and belongs to the next result */
  size_t ahead_length, ahead_room, room;
} cli_results;

/* Reads the next result. 1; 0 at the end; -1 when it can't be read or memory is out, with errno. The stream is the caller's. */
int cli_results_next(cli_results *results);
void cli_results_close(cli_results *results);

#endif
