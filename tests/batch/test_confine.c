/* What a worker that runs somebody else's code can still do: each forbidden thing is tried in native code, in a confined process. */
#include <criterion/criterion.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/confine.h"

static char place[] = "/tmp/gisa-confine-XXXXXX";
static char input[64], output[64], secret[64];

static void write_file(const char *path) {
  int descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  cr_assert_geq(descriptor, 0);
  cr_assert_eq(write(descriptor, "text", 4), 4);
  close(descriptor);
}

static void lay_out(void) {
  cr_assert_not_null(mkdtemp(place));
  snprintf(input, sizeof input, "%s/in", place);
  snprintf(output, sizeof output, "%s/out", place);
  snprintf(secret, sizeof secret, "%s/secret", place);
  cr_assert_eq(mkdir(input, 0777), 0);
  cr_assert_eq(mkdir(output, 0777), 0);
  write_file(secret);
}

static void clear(void) {
  char command[128];
  snprintf(command, sizeof command, "rm -rf %s", place);
  cr_expect_eq(system(command), 0);
}

/* Each try returns 0 where it succeeded, else errno. */
static int try_open(const char *path, int flags) {
  int descriptor = open(path, flags, 0666);
  return descriptor < 0 ? errno : 0;
}

static int in(const char *folder, const char *name, int flags) {
  char path[128];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return try_open(path, flags);
}

static int try_network(void) {
  return socket(AF_INET, SOCK_STREAM, 0) < 0 ? errno : 0;
}
static int try_local_socket(void) {
  return socket(AF_UNIX, SOCK_DGRAM, 0) < 0 ? errno : 0;
}
static int try_program(void) {
  char *const arguments[] = {"true", NULL};
  execv("/bin/true", arguments);
  return errno;
}
static int try_fork(void) {
  pid_t child = fork();
  if (child == 0) _exit(0);
  return child < 0 ? errno : 0;
}
static int try_kill(void) {
  return kill(getppid(), 0) != 0 ? errno : 0;
}
static int try_trace(void) {
  return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) != 0 ? errno : 0;
}
static int try_new_file(void) {
  return in(place, "new", O_WRONLY | O_CREAT);
}
static int try_new_folder(void) {
  char path[128];
  snprintf(path, sizeof path, "%s/new", place);
  return mkdir(path, 0777) != 0 ? errno : 0;
}
static int try_change(void) {
  return try_open(secret, O_WRONLY);
}
static int try_truncate(void) {
  return truncate(secret, 0) != 0 ? errno : 0;
}
static int try_remove(void) {
  return unlink(secret) != 0 ? errno : 0;
}
static int try_rename_out(void) {
  char from[128], to[128];
  snprintf(from, sizeof from, "%s/result", output);
  snprintf(to, sizeof to, "%s/moved", place);
  return rename(from, to) != 0 ? errno : 0;
}
static int try_link(void) {
  char path[128];
  snprintf(path, sizeof path, "%s/link", output);
  return symlink(secret, path) != 0 ? errno : 0;
}
static int try_mode(void) {
  return chmod(secret, 0777) != 0 ? errno : 0;
}
static int try_secret(void) {
  return try_open(secret, O_RDONLY);
}
static int try_new_input(void) {
  return in(input, "new", O_WRONLY | O_CREAT);
}
static int try_input(void) {
  return in(input, "article", O_RDONLY);
}
static int try_result(void) {
  return in(output, "result", O_WRONLY | O_CREAT | O_TRUNC);
}
typedef struct attempt {
  const char *what;
  int (*attempt)(void);
  int allowed;  /* 1: always; 2: with an output folder */
  int landlock; /* the version that it takes to deny it; 0: seccomp does */
} attempt;

static const attempt attempts[] = {
    {"a network socket", try_network, 0, 0},
    {"a local socket", try_local_socket, 0, 0},
    {"a program", try_program, 0, 0},
    {"a process", try_fork, 0, 0},
    {"a signal to the parent", try_kill, 0, 0},
    {"tracing the parent", try_trace, 0, 0},
    {"a new file outside", try_new_file, 0, 1},
    {"a new folder outside", try_new_folder, 0, 1},
    {"changing a file outside", try_change, 0, 1},
    {"emptying a file outside", try_truncate, 0, 0},
    {"removing a file outside", try_remove, 0, 1},
    {"a new file in the input", try_new_input, 0, 1},
    {"reading a file outside", try_secret, 0, 1},
    {"a symbolic link", try_link, 0, 0},
    {"another mode", try_mode, 0, 0},
    {"reading the input", try_input, 1, 0},
    {"writing a result", try_result, 2, 0},
    {"moving a result out", try_rename_out, 0, 1},
};

static int run_confined(const attempt *a, const batch_job *job) {
  pid_t child = fork();
  cr_assert_geq(child, 0);
  if (child == 0) _exit(batch_confine(job) ? a->attempt() : 255);
  int status;
  cr_assert_eq(waitpid(child, &status, 0), child);
  cr_assert(WIFEXITED(status), "%s ended a process by signal %d", a->what, WTERMSIG(status));
  cr_assert_neq(WEXITSTATUS(status), 255, "the kernel refuses to confine");
  return WEXITSTATUS(status);
}

static void check(const batch_job *job, bool to_folder) {
  for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
    const attempt *a = &attempts[i];
    bool allowed = a->allowed == 1 || (a->allowed == 2 && to_folder);
    /* Without an output folder seccomp alone denies all writing. */
    bool denied = a->landlock == 0 || batch_landlock_version() >= a->landlock;
    int error = run_confined(a, job);
    if (allowed)
      cr_expect_eq(error, 0, "%s must go: %s", a->what, strerror(error));
    else if (denied)
      cr_expect(error == EPERM || error == EACCES || error == EXDEV, "%s must be denied: %s", a->what, strerror(error));
  }
}

Test(confine, denies_what_a_worker_does_not_need, .init = lay_out, .fini = clear) {
  if (!batch_has_seccomp()) cr_skip_test("this kernel filters no system calls");
  write_file(secret);
  char article[80], result[80];
  snprintf(article, sizeof article, "%s/article", input);
  snprintf(result, sizeof result, "%s/result", output);
  write_file(article);
  write_file(result);
  const char *const inputs[] = {input, NULL};
  batch_job job = {.output = -1, .inputs = inputs, .confined = true};
  check(&job, false);
  job.output = open(output, O_RDONLY | O_DIRECTORY);
  check(&job, true);
  close(job.output);
}

/* A sanitizer takes terabytes of addresses, and workers are not bounded under it. */
#if !defined(__SANITIZE_ADDRESS__)
static int try_memory(void) {
  return mmap(NULL, (size_t)2 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? errno : 0;
}

Test(confine, bounds_memory) {
  batch_job job = {.output = -1};
  cr_expect_eq(run_confined(&(attempt){"2 GB", try_memory, 0, 0}, &job), ENOMEM);
}
#endif
