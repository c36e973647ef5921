#include "batch/output_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "batch/output.h"

#define MARKER ".gisa-run"

/* The workers of a killed run hold its lock until the kernel has ended them, some milliseconds later. */
#define LOCK_TRIES 40
#define LOCK_NANOSECONDS 50000000

static bool is_temporary(const char *name) {
  size_t length = strlen(name), end = strlen(BATCH_TEMPORARY_SUFFIX);
  return length > end && strncmp(name, BATCH_TEMPORARY_PREFIX, strlen(BATCH_TEMPORARY_PREFIX)) == 0 &&
         strcmp(name + length - end, BATCH_TEMPORARY_SUFFIX) == 0;
}

/* Removes temporary files below the open folder, which is closed. A folder that can't be read keeps its own: the next write there overwrites them. */
static void clean(int descriptor) {
  DIR *folder = fdopendir(descriptor);
  if (folder == NULL) {
    close(descriptor);
    return;
  }
  for (const struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
    if (is_temporary(entry->d_name)) unlinkat(dirfd(folder), entry->d_name, 0);
    if (entry->d_type != DT_DIR && entry->d_type != DT_UNKNOWN) continue;
    int below = openat(dirfd(folder), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (below >= 0) clean(below);
  }
  closedir(folder);
}

static int make(const char *path) {
  char part[4096];
  if ((size_t)snprintf(part, sizeof part, "%s", path) >= sizeof part) return errno = ENAMETOOLONG, -1;
  for (char *slash = strchr(part + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    if (mkdir(part, 0777) != 0 && errno != EEXIST) return -1;
    *slash = '/';
  }
  return mkdir(part, 0777) != 0 && errno != EEXIST ? -1 : 0;
}

/* false: another run has it. A file system without locks lets everybody in. */
static bool lock(int descriptor) {
  for (int i = 0; i < LOCK_TRIES; i++) {
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return true;
    if (errno != EWOULDBLOCK && errno != EINTR) return true;
    nanosleep(&(struct timespec){0, LOCK_NANOSECONDS}, NULL);
  }
  return false;
}

static void clean_again(int folder) {
  int descriptor = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0) clean(descriptor);
}

static bool mark(batch_output_folder *folder) {
  int marker = openat(folder->descriptor, MARKER, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (marker < 0 && errno == EEXIST) {
    clean_again(folder->descriptor);
    return folder->marked = true;
  }
  if (marker < 0) return false;
  close(marker);
  return folder->marked = true;
}

static bool fail(batch_output_folder *folder, const char *path, const char *reason, char *message, unsigned long room) {
  snprintf(message, room, "%s: %s", path, reason);
  if (folder->descriptor >= 0) close(folder->descriptor);
  folder->descriptor = -1;
  return false;
}

bool batch_output_folder_open(batch_output_folder *folder, const char *path, bool change, char *message, unsigned long room) {
  *folder = (batch_output_folder){.descriptor = -1};
  if (change && make(path) != 0) return fail(folder, path, strerror(errno), message, room);
  folder->descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder->descriptor < 0 && !change && errno == ENOENT) return true;
  if (folder->descriptor < 0) return fail(folder, path, strerror(errno), message, room);
  if (!change) return true;
  if (!lock(folder->descriptor)) return fail(folder, path, "another run is writing there", message, room);
  return mark(folder) || fail(folder, path, strerror(errno), message, room);
}

void batch_output_folder_close(batch_output_folder *folder, bool well, bool lost) {
  if (folder->marked && well && lost) clean_again(folder->descriptor);
  if (folder->marked && well) unlinkat(folder->descriptor, MARKER, 0);
  if (folder->descriptor >= 0) close(folder->descriptor);
}
