#include "batch/output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes every folder on the way to path. */
static int make_folders(char *path) {
  for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
    *slash = '\0';
    int made = mkdir(path, 0777);
    int error = errno;
    *slash = '/';
    if (made != 0 && error != EEXIST) return errno = error, -1;
  }
  return 0;
}

int batch_output_begin(batch_output *output, const char *folder, const char *name) {
  int length = snprintf(output->path, sizeof output->path, "%s/%s", folder, name);
  if (length < 0 || (size_t)length >= sizeof output->path) return errno = ENAMETOOLONG, -1;
  if (make_folders(output->path) != 0) return -1;
  /* In the same folder, so that the rename cannot cross a file system. */
  snprintf(output->temporary, sizeof output->temporary, "%s.%ld.part", output->path, (long)getpid());
  output->stream = fopen(output->temporary, "wbe");
  return output->stream == NULL ? -1 : 0;
}

int batch_output_end(batch_output *output, int keep) {
  int failed = ferror(output->stream), error = failed ? EIO : 0;
  if (fclose(output->stream) != 0 && !failed) failed = 1, error = errno;
  if (!failed && keep && rename(output->temporary, output->path) == 0) return 0;
  if (!failed && keep) failed = 1, error = errno;
  unlink(output->temporary);
  return failed ? (errno = error, -1) : 0;
}
