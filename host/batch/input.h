/* What the command line names, as documents for the dealer. */
#ifndef BATCH_INPUT_H
#define BATCH_INPUT_H

#include "batch/dealer.h"
#include "batch/name.h"
#include "batch/walk.h"

typedef struct batch_inputs {
  batch_dealer *dealer;
  batch_names names;
  batch_walk walk; /* its left_out is set by who opens the output folder */
  size_t max_bytes;
  bool records;        /* files and standard input hold NDJSON, whatever they are called */
  bool standard_input; /* it was read */
} batch_inputs;

void batch_inputs_open(batch_inputs *inputs, batch_dealer *dealer, const char *extension, bool unique, size_t max_bytes);
void batch_inputs_close(batch_inputs *inputs);

/* A file, a folder, an archive, NDJSON, or - for standard input. name is the input's for the output, NULL for the path's last part. Returns 0 to
 * go on, as all of these. */
int batch_input_path(batch_inputs *inputs, const char *path, const char *name);

/* The paths that a file lists (- for standard input), each ended by a newline, or by NUL where there is one in the first 64 kB. */
int batch_input_list(batch_inputs *inputs, const char *path);

/* For the files of this room: a document that can't be used, a file, bytes of a kind. name is the input's, leaf NULL or what it is called in there. */
int batch_input_refuse(batch_inputs *inputs, const char *path, const char *reason);
int batch_input_file(batch_inputs *inputs, const char *path, const char *name);
int batch_input_bytes(batch_inputs *inputs, batch_kind kind, const char *path, const char *name, const char *leaf,
                      const char *bytes, size_t length);

/* Whether a file name is an archive's, or that of an NDJSON file. */
bool batch_is_archive(const char *path);
bool batch_is_lines(const char *path);

/* The members of an archive, and the lines of an NDJSON file; path is as shown, name the input's. */
int batch_input_archive(batch_inputs *inputs, const char *path, const char *name);
int batch_input_lines(batch_inputs *inputs, int descriptor, const char *path, const char *name);

#endif
