#include "batch/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "batch/confine.h"

/* Rights that are newer than the headers of Debian 12. */
#define ACCESS_TRUNCATE (UINT64_C(1) << 14)  /* version 3 */
#define ACCESS_IOCTL_DEV (UINT64_C(1) << 15) /* version 5 */

#define READING ((uint64_t)(LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR))
#define MAKING ((uint64_t)(LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_DIR | \
                LANDLOCK_ACCESS_FS_REMOVE_FILE))
/* All of version 1. */
#define EVERYTHING ((uint64_t)(LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1)

/* What may be read beside the inputs: iconv loads its converters when the first document needs one. */
static const char *const libraries[] = {"/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/share", NULL};

int batch_landlock_version(void) {
  long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : (int)version;
}

/* Allows rights beneath an open file or folder. */
static bool allow(int rules, int descriptor, uint64_t rights) {
  struct stat facts;
  if (fstat(descriptor, &facts) == 0 && !S_ISDIR(facts.st_mode)) rights &= ~(uint64_t)LANDLOCK_ACCESS_FS_READ_DIR;
  struct landlock_path_beneath_attr beneath = {.allowed_access = rights, .parent_fd = descriptor};
  return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0;
}

/* A path that is not there needs no rule: it is reported when it is read. */
static bool allow_reading(int rules, const char *path) {
  int descriptor = open(path, O_PATH | O_CLOEXEC);
  if (descriptor < 0) return true;
  bool allowed = allow(rules, descriptor, READING);
  close(descriptor);
  return allowed;
}

static bool allow_all(int rules, const batch_job *job, uint64_t handled) {
  static const char *const everywhere[] = {"/", NULL};
  const char *const *inputs = job->inputs == NULL ? everywhere : job->inputs;
  for (size_t i = 0; inputs[i] != NULL; i++)
    if (!allow_reading(rules, inputs[i])) return false;
  for (size_t i = 0; libraries[i] != NULL; i++)
    if (!allow_reading(rules, libraries[i])) return false;
  return job->output < 0 || allow(rules, job->output, (READING | MAKING | ACCESS_TRUNCATE) & handled);
}

bool batch_landlock_apply(const batch_job *job) {
  int version = batch_landlock_version();
  if (version == 0) return true;
  uint64_t handled = EVERYTHING;
  if (version >= 2) handled |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3) handled |= ACCESS_TRUNCATE;
  if (version >= 5) handled |= ACCESS_IOCTL_DEV;
  struct landlock_ruleset_attr attributes = {.handled_access_fs = handled};
  int rules = (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0);
  if (rules < 0) return false;
  bool applied = allow_all(rules, job, handled) && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return applied;
}
