/* Output files, whole or not at all. */
#ifndef BATCH_OUTPUT_H
#define BATCH_OUTPUT_H

#include <stdio.h>

/* A file that is being written beside its final name. */
typedef struct batch_output {
  FILE *stream;
  char path[4096], temporary[4096 + 32];
} batch_output;

/* Begins folder/name: makes the folders on the way and opens a temporary file. 0, or -1 with errno. */
int batch_output_begin(batch_output *output, const char *folder, const char *name);

/* Puts the written file in its place (keep != 0) or removes it. 0, or -1 with errno; the temporary file is gone then. */
int batch_output_end(batch_output *output, int keep);

#endif
