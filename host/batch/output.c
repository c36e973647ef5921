#include "batch/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int batch_write_all(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    /* A write of nothing would be tried for ever. */
    if (written == 0) return EIO;
    bytes += written;
    length -= (size_t)written;
  }
  return 0;
}

/* An open file or folder, made durable. */
static int sync_open(int descriptor) {
  while (fsync(descriptor) != 0)
    if (errno != EINTR) return errno;
  return 0;
}

/* The folder of name, made durable: what is made or renamed in a folder is a change of the folder. */
static int sync_folder(int folder, const char *name) {
  char path[PATH_MAX];
  const char *slash = strrchr(name, '/');
  snprintf(path, sizeof path, "%.*s", slash == NULL ? 1 : (int)(slash - name), slash == NULL ? "." : name);
  int descriptor = openat(folder, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  int error = sync_open(descriptor);
  close(descriptor);
  return error;
}

/* Makes every folder on the way to name. */
static int make_folders(int folder, const char *name, bool sync) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s", name);
  for (char *slash = strchr(path, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    int made;
    do made = mkdirat(folder, path, 0777);
    while (made != 0 && errno == EINTR);
    int error = made != 0 && errno != EEXIST ? errno : 0;
    if (error == 0 && made == 0 && sync) error = sync_folder(folder, path);
    if (error != 0) return error;
    *slash = '/';
  }
  return 0;
}

static int open_new(int folder, const char *path) {
  int descriptor;
  do descriptor = openat(folder, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, 0666);
  while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

/* Fills the open temporary file. It is closed in any case; what close says counts, since some file systems tell of a full disk only there. */
static int fill(int descriptor, const char *bytes, size_t length, bool sync) {
  int error = batch_write_all(descriptor, bytes, length);
  if (error == 0 && sync) error = sync_open(descriptor);
  /* Linux has closed it even when a signal came between. */
  if (close(descriptor) != 0 && errno != EINTR && error == 0) error = errno;
  return error;
}

static int put_in_place(int folder, const char *temporary, const char *name) {
  int renamed;
  do renamed = renameat(folder, temporary, folder, name);
  while (renamed != 0 && errno == EINTR);
  return renamed == 0 ? 0 : errno;
}

int batch_output_write(int folder, const char *name, unsigned number, const char *bytes, size_t length, bool sync) {
  char temporary[PATH_MAX];
  const char *slash = strrchr(name, '/');
  int written = snprintf(temporary, sizeof temporary, "%.*s" BATCH_TEMPORARY_PREFIX "%u" BATCH_TEMPORARY_SUFFIX,
                         slash == NULL ? 0 : (int)(slash - name) + 1, name, number);
  if (written < 0 || (size_t)written >= sizeof temporary || strlen(name) >= sizeof temporary) return ENAMETOOLONG;
  int descriptor = open_new(folder, temporary);
  if (descriptor < 0 && errno == ENOENT) {
    int error = make_folders(folder, name, sync);
    if (error != 0) return error;
    descriptor = open_new(folder, temporary);
  }
  if (descriptor < 0) return errno;
  int error = fill(descriptor, bytes, length, sync);
  if (error == 0) error = put_in_place(folder, temporary, name);
  if (error != 0)
    unlinkat(folder, temporary, 0);
  else if (sync)
    error = sync_folder(folder, name);
  return error;
}

bool batch_output_is_of_name(int error) {
  return error == ENAMETOOLONG || error == ENOTDIR || error == EISDIR || error == EEXIST || error == ENOTEMPTY ||
         error == EILSEQ || error == EINVAL || error == ELOOP;
}
