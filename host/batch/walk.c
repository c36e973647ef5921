#include "batch/walk.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "batch/bytes.h"

typedef struct step {
  const batch_walk *walk;
  size_t root; /* length of the folder's own path and its slash, to be cut off for names */
  /* Of what is at hand: one for the whole walk, since folders can be as deep as a path is long. */
  char path[PATH_MAX];
  size_t length;
} step;

/* A folder's entries: for each its type, its name, a NUL. */
typedef struct listing {
  batch_bytes bytes;
  const char **names; /* each stands behind its type */
  size_t count;
} listing;

static int by_bytes(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void free_listing(listing *l) {
  batch_bytes_free(&l->bytes);
  free(l->names);
}

/* 0, or the number of an error. */
static int read_entries(DIR *folder, listing *l) {
  for (;;) {
    errno = 0;
    const struct dirent *entry = readdir(folder);
    if (entry == NULL) return errno;
    if (entry->d_name[0] == '.') continue;
    char type = (char)entry->d_type;
    batch_bytes_add(&l->bytes, &type, 1);
    batch_bytes_add(&l->bytes, entry->d_name, strlen(entry->d_name) + 1);
    if (l->bytes.failed) return ENOMEM;
    l->count++;
  }
}

static int sort_entries(listing *l) {
  l->names = malloc((l->count + 1) * sizeof *l->names);
  if (l->names == NULL) return ENOMEM;
  const char *at = l->bytes.data;
  for (size_t i = 0; i < l->count; i++) {
    l->names[i] = at + 1;
    at += strlen(at + 1) + 2;
  }
  if (l->count > 0) qsort(l->names, l->count, sizeof *l->names, by_bytes);
  return 0;
}

static bool is_left_out(const batch_walk *walk, DIR *folder) {
  struct stat facts;
  return walk->has_left_out && fstat(dirfd(folder), &facts) == 0 && facts.st_dev == walk->left_out_device &&
         facts.st_ino == walk->left_out_inode;
}

static int refuse(const step *s, const char *reason) {
  return s->walk->refuse(s->walk->context, s->path, s->length > s->root ? s->path + s->root : s->path, reason);
}

static int walk_folder(step *s);

static int walk_path(step *s, unsigned char type) {
  const batch_walk *walk = s->walk;
  /* Most file systems tell the type with the name, which saves two calls a file. */
  if (type == DT_REG) return walk->file(walk->context, s->path, s->path + s->root, false);
  struct stat own, there;
  if (lstat(s->path, &own) != 0 || stat(s->path, &there) != 0) return refuse(s, strerror(errno));
  if (S_ISDIR(own.st_mode)) return walk_folder(s);
  if (S_ISREG(there.st_mode)) return walk->file(walk->context, s->path, s->path + s->root, S_ISLNK(own.st_mode));
  return S_ISDIR(there.st_mode) ? 0 : refuse(s, "is not a regular file");
}

static int walk_entry(step *s, const char *name, unsigned char type) {
  size_t folder = s->length, length = strlen(name);
  if (folder + 1 + length >= sizeof s->path) return refuse(s, "holds a path of more than 4095 bytes");
  s->path[folder] = '/';
  memcpy(s->path + folder + 1, name, length + 1);
  s->length = folder + 1 + length;
  int stop = walk_path(s, type);
  s->length = folder;
  s->path[folder] = '\0';
  return stop;
}

static int walk_folder(step *s) {
  DIR *folder = opendir(s->path);
  if (folder == NULL) return refuse(s, strerror(errno));
  listing l = {0};
  int error = 0;
  if (!is_left_out(s->walk, folder)) error = read_entries(folder, &l);
  closedir(folder);
  if (error == 0) error = sort_entries(&l);
  int stop = error != 0 ? refuse(s, strerror(error)) : 0;
  for (size_t i = 0; error == 0 && stop == 0 && i < l.count; i++)
    stop = walk_entry(s, l.names[i], (unsigned char)l.names[i][-1]);
  free_listing(&l);
  return stop;
}

int batch_walk_folder(const batch_walk *walk, const char *path) {
  size_t length = strlen(path);
  while (length > 1 && path[length - 1] == '/') length--;
  step s = {.walk = walk, .root = length + 1, .length = length};
  if (length >= sizeof s.path) return walk->refuse(walk->context, path, path, "is longer than 4095 bytes");
  memcpy(s.path, path, length);
  s.path[length] = '\0';
  return walk_folder(&s);
}
