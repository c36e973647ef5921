/* The files that paths on a command line stand for. */
#ifndef BATCH_WALK_H
#define BATCH_WALK_H

/* One file: path as it can be opened, name as it is within the folder that was asked for (or the file's own
 * name). Return 0 to go on, anything else to stop the walk. */
typedef int batch_file_fn(void *context, const char *path, const char *name);

/* A path that can't be used, with the reason in words. */
typedef void batch_refusal_fn(void *context, const char *path, const char *reason);

/* Calls file for path, or for every regular file below it where it is a folder, in the order of their bytes.
 * Hidden files and folders (a leading dot) and links to folders inside a folder are passed over. Returns what file returned
 * last: 0 for a whole walk. */
int batch_walk(const char *path, batch_file_fn *file, batch_refusal_fn *refuse, void *context);

#endif
