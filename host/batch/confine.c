#include "batch/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <seccomp.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "batch/landlock.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

/* Address space of a worker beyond what it was forked with: a document at the highest --max-bytes that is sensible (64 MB) with its decoded and clean
 * text, its tree and its result fits, a runaway library does not take the machine with it. */
#define WORKER_BYTES ((rlim_t)1 << 30)

/* All that the libraries call once extractors are loaded, found with strace over the tests. Whatever else is called fails with EPERM, so that a
 * library that only asks (for the terminal's size, say) goes on. */
static const int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(lseek),
    SCMP_SYS(recvfrom), SCMP_SYS(sendto), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(fstat64), SCMP_SYS(fstatat64), SCMP_SYS(_llseek), SCMP_SYS(recv), SCMP_SYS(send),
    SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise), SCMP_SYS(brk),
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_gettime64), SCMP_SYS(gettimeofday), SCMP_SYS(getpid), SCMP_SYS(gettid),
    SCMP_SYS(futex), SCMP_SYS(getrandom), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall), SCMP_SYS(sched_yield), SCMP_SYS(exit), SCMP_SYS(exit_group), SCMP_SYS(poll), SCMP_SYS(ppoll),
};

/* What writing results takes; a worker whose results go back to the parent needs none of it. */
static const int allowed_for_output[] = {SCMP_SYS(mkdirat), SCMP_SYS(mkdir), SCMP_SYS(renameat), SCMP_SYS(renameat2),
                                         SCMP_SYS(rename), SCMP_SYS(unlinkat), SCMP_SYS(unlink), SCMP_SYS(fsync)};

static bool allow(scmp_filter_ctx filter, const int *calls, size_t count) {
  for (size_t i = 0; i < count; i++) {
    /* Calls of other machines have negative numbers here, and adding them does nothing. */
    int added = seccomp_rule_add(filter, SCMP_ACT_ALLOW, calls[i], 0);
    if (added != 0 && added != -EDOM) return false;
  }
  return true;
}

/* libseccomp's SCMP_CMP macros leave a member out, which clang warns of. */
static struct scmp_arg_cmp equals(unsigned argument, scmp_datum_t wanted) {
  return (struct scmp_arg_cmp){.arg = argument, .op = SCMP_CMP_EQ, .datum_a = wanted, .datum_b = 0};
}

static struct scmp_arg_cmp masked(unsigned argument, scmp_datum_t mask, scmp_datum_t wanted) {
  return (struct scmp_arg_cmp){.arg = argument, .op = SCMP_CMP_MASKED_EQ, .datum_a = mask, .datum_b = wanted};
}

/* Opening: for reading, and with an output folder for writing too; where, Landlock says. */
static bool allow_opening(scmp_filter_ctx filter, bool output) {
  const unsigned changing = O_ACCMODE | O_CREAT | O_TRUNC;
  if (output)
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 0) == 0 &&
           seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 0) == 0;
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, masked(2, changing, O_RDONLY)) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, masked(1, changing, O_RDONLY)) == 0;
}

/* A worker may end itself, as abort() does, and nobody else. */
static bool allow_ending_itself(scmp_filter_ctx filter) {
  return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, equals(0, (scmp_datum_t)getpid())) == 0;
}

static bool filter_calls(const batch_job *job) {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (filter == NULL) return false;
  bool output = job->output >= 0 && !job->dry_run;
  /* The mitigation that older kernels add for filtered processes costs a tenth of the speed; nothing here runs code of strangers
   * beside secrets in one address space. */
  seccomp_attr_set(filter, SCMP_FLTATR_CTL_SSB, 1);
  bool built = allow(filter, allowed, sizeof allowed / sizeof *allowed) && allow_opening(filter, output) &&
               allow_ending_itself(filter) &&
               (!output || allow(filter, allowed_for_output, sizeof allowed_for_output / sizeof *allowed_for_output));
  built = built && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return built;
}

bool batch_has_seccomp(void) {
  return prctl(PR_GET_SECCOMP, 0, 0, 0, 0) >= 0 && seccomp_api_get() >= 2;
}

/* Bytes of address space that the process has now; 0 where that can't be told. */
static rlim_t address_space(void) {
  unsigned long pages = 0;
  FILE *statm = fopen("/proc/self/statm", "re");
  if (statm == NULL || fscanf(statm, "%lu", &pages) != 1) pages = 0;
  if (statm != NULL) fclose(statm);
  return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void set_limits(void) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none); /* a hundred crashes must not fill the disk */
  rlim_t now = address_space();
  /* A sanitizer's shadow takes terabytes of addresses. */
  if (now == 0 || SANITIZED) return;
  struct rlimit space = {now + WORKER_BYTES, now + WORKER_BYTES};
  setrlimit(RLIMIT_AS, &space);
}

bool batch_confine(const batch_job *job) {
  set_limits();
  if (!job->confined) return true;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return true; /* before Linux 3.5: neither part is there */
  return batch_landlock_apply(job) && (!batch_has_seccomp() || filter_calls(job));
}
