/* Names of output files: safe whatever the input is called, and never the same for two inputs. */
#ifndef BATCH_NAME_H
#define BATCH_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BATCH_NAME_ROOM 4096

typedef struct batch_names {
  const char *extension; /* with its dot; NULL: there are no output files, and names stay empty */
  bool unique;           /* inputs may be called the same: names that were given are remembered, at 16 bytes each */
  uint64_t *taken;       /* hashes, an open table; 0 is free */
  size_t count, room;
} batch_names;

/* The name of the output for an input called name, a path with `/` between folders: each folder and the file keep their names where these are
 * safe. What could lead out of the folder, hides, or can't be shown is written as %XX, what is too long is cut and marked with its hash, and
 * a name that was given before gets `~2`, `~3`, …. Where leaf is not NULL name is a folder and leaf, in which `/` means nothing, the file in it. false:
 * memory is out, or the name has no room. */
bool batch_name_make(batch_names *names, const char *name, const char *leaf, char made[BATCH_NAME_ROOM]);

void batch_names_free(batch_names *names);

#endif
