/* The files below a folder. */
#ifndef BATCH_WALK_H
#define BATCH_WALK_H

#include <stdbool.h>
#include <sys/types.h>

/* A regular file: path as it can be opened, name as it is within the folder that was asked for. linked: it is a link to one that may be
 * anywhere. Return 0 to go on, anything else to stop the walk. */
typedef int batch_file_fn(void *context, const char *path, const char *name, bool linked);

/* A path that can't be used, with the reason in words. Returns as above. */
typedef int batch_refusal_fn(void *context, const char *path, const char *name, const char *reason);

typedef struct batch_walk {
  batch_file_fn *file;
  batch_refusal_fn *refuse;
  void *context;
  /* A folder that is left out: the output folder, when it is inside the input. */
  bool has_left_out;
  dev_t left_out_device;
  ino_t left_out_inode;
} batch_walk;

/* Calls file for every regular file below folder, in the order of the bytes of their names. Hidden files and folders (a leading dot) and links to
 * folders are passed over. Returns what file returned last: 0 for a whole walk. */
int batch_walk_folder(const batch_walk *walk, const char *folder);

#endif
