#include "batch/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MAX_PATH_BYTES 4096 /* Linux takes no longer one */

typedef struct walk {
  size_t root; /* length of the folder's own path and its slash, to be cut off for names */
  batch_file_fn *file;
  batch_refusal_fn *refuse;
  void *context;
} walk;

static int is_shown(const struct dirent *entry) {
  return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

static int walk_folder(const walk *w, const char *folder);

static int walk_entry(const walk *w, const char *folder, const char *name) {
  char path[MAX_PATH_BYTES];
  int length = snprintf(path, sizeof path, "%s/%s", folder, name);
  if (length < 0 || (size_t)length >= sizeof path) {
    w->refuse(w->context, folder, "holds a path of more than 4095 bytes");
    return 0;
  }
  struct stat own, there;
  if (lstat(path, &own) != 0 || stat(path, &there) != 0) {
    w->refuse(w->context, path, strerror(errno));
    return 0;
  }
  if (S_ISDIR(own.st_mode)) return walk_folder(w, path);
  if (S_ISREG(there.st_mode)) return w->file(w->context, path, path + w->root);
  if (!S_ISDIR(there.st_mode)) w->refuse(w->context, path, "is not a regular file");
  return 0;
}

static int walk_folder(const walk *w, const char *folder) {
  struct dirent **entries;
  int count = scandir(folder, &entries, is_shown, by_bytes);
  if (count < 0) {
    w->refuse(w->context, folder, strerror(errno));
    return 0;
  }
  int stop = 0;
  for (int i = 0; i < count; i++) {
    if (stop == 0) stop = walk_entry(w, folder, entries[i]->d_name);
    free(entries[i]);
  }
  free(entries);
  return stop;
}

int batch_walk(const char *path, batch_file_fn *file, batch_refusal_fn *refuse, void *context) {
  struct stat there;
  if (stat(path, &there) != 0) {
    refuse(context, path, strerror(errno));
    return 0;
  }
  if (!S_ISDIR(there.st_mode)) {
    const char *slash = strrchr(path, '/');
    return file(context, path, slash == NULL ? path : slash + 1);
  }
  char folder[MAX_PATH_BYTES];
  size_t length = strlen(path);
  while (length > 1 && path[length - 1] == '/') length--;
  if (length >= sizeof folder) {
    refuse(context, path, "is longer than 4095 bytes");
    return 0;
  }
  memcpy(folder, path, length);
  folder[length] = '\0';
  return walk_folder(&(walk){length + 1, file, refuse, context}, folder);
}
