/* What goes wrong on purpose: loaded before all other libraries (LD_PRELOAD), it makes calls of gisa fail.
 *
 * - A pattern that holds TRAP-HANG, TRAP-SEGV, TRAP-KILL or TRAP-EXIT is a bug of the pattern library: matched against text with the word
 *   "함정" in it, the process hangs, crashes, is killed, or ends.
 * - An archive's member with TRAP-SEGV in its name is a bug of the archive library: it crashes.
 * - GISA_FAULT=CALL:NTH:ERROR makes the NTH call of CALL on an output file fail in each process. CALL is open, write, close, rename, mkdir or
 *   fsync; ERROR is a number of errno, or "short" for a write of half of its bytes. NTH 0 is every call. stdout:NTH:ERROR is for standard output.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define MAX_TRAPS 16

static struct {
  void *code;
  int kind;
} traps[MAX_TRAPS];
static int trap_count;

static const char *const kinds[] = {"TRAP-HANG", "TRAP-SEGV", "TRAP-KILL", "TRAP-EXIT"};

void *pcre2_compile_8(const unsigned char *pattern, size_t length, unsigned options, int *error, size_t *place, void *context);
void *pcre2_compile_8(const unsigned char *pattern, size_t length, unsigned options, int *error, size_t *place, void *context) {
  void *(*next)(const unsigned char *, size_t, unsigned, int *, size_t *, void *);
  *(void **)&next = dlsym(RTLD_NEXT, "pcre2_compile_8");
  void *code = next(pattern, length, options, error, place, context);
  for (int i = 0; i < 4 && code != NULL; i++)
    if (memmem(pattern, length, kinds[i], strlen(kinds[i])) != NULL && trap_count < MAX_TRAPS) {
      traps[trap_count].code = code;
      traps[trap_count++].kind = i;
    }
  return code;
}

void *pcre2_code_copy_8(const void *code);
void *pcre2_code_copy_8(const void *code) {
  void *(*next)(const void *);
  *(void **)&next = dlsym(RTLD_NEXT, "pcre2_code_copy_8");
  void *copy = next(code);
  for (int i = 0; i < trap_count && copy != NULL; i++)
    if (traps[i].code == code) traps[i].code = copy;
  return copy;
}

static void spring(const void *code, const void *subject, size_t length) {
  for (int i = 0; i < trap_count; i++) {
    if (traps[i].code != code || memmem(subject, length, "함정", strlen("함정")) == NULL) continue;
    switch (traps[i].kind) {
    case 0: for (;;) pause();
    case 1: signal(SIGSEGV, SIG_DFL); raise(SIGSEGV); break;
    case 2: raise(SIGKILL); break;
    default: _exit(7);
    }
  }
}

typedef int match_fn(const void *, const void *, size_t, size_t, unsigned, void *, void *);

int pcre2_match_8(const void *code, const void *subject, size_t length, size_t from, unsigned options, void *data, void *context);
int pcre2_match_8(const void *code, const void *subject, size_t length, size_t from, unsigned options, void *data, void *context) {
  static match_fn *next;
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "pcre2_match_8");
  spring(code, subject, length);
  return next(code, subject, length, from, options, data, context);
}

int pcre2_jit_match_8(const void *code, const void *subject, size_t length, size_t from, unsigned options, void *data, void *context);
int pcre2_jit_match_8(const void *code, const void *subject, size_t length, size_t from, unsigned options, void *data, void *context) {
  static match_fn *next;
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "pcre2_jit_match_8");
  spring(code, subject, length);
  return next(code, subject, length, from, options, data, context);
}

const char *archive_entry_pathname_utf8(void *entry);
const char *archive_entry_pathname_utf8(void *entry) {
  const char *(*next)(void *);
  *(void **)&next = dlsym(RTLD_NEXT, "archive_entry_pathname_utf8");
  const char *name = next(entry);
  if (name != NULL && strstr(name, "TRAP-SEGV") != NULL) {
    signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
  }
  return name;
}

/* ---- faults ---- */

static char is_output[1024]; /* by descriptor */
static pid_t counted_in;
static unsigned long counted;

/* 0: let the call through; else the errno to fail with, or -1 for a short write. */
static int fault_at(const char *call) {
  const char *wanted = getenv("GISA_FAULT");
  size_t length = strlen(call);
  if (wanted == NULL || strncmp(wanted, call, length) != 0 || wanted[length] != ':') return 0;
  char *end;
  unsigned long nth = strtoul(wanted + length + 1, &end, 10);
  if (counted_in != getpid()) counted = 0;
  counted_in = getpid();
  counted++;
  if (nth != 0 && counted != nth) return 0;
  return strcmp(end, ":short") == 0 ? -1 : atoi(end + 1);
}

static int failed(const char *call) {
  int error = fault_at(call);
  if (error > 0) errno = error;
  return error > 0;
}

static int is_ours(int descriptor) {
  return descriptor >= 0 && descriptor < (int)sizeof is_output && is_output[descriptor];
}

int openat(int folder, const char *path, int flags, ...) {
  static int (*next)(int, const char *, int, ...);
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "openat");
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  int output = flags & O_CREAT && strstr(path, ".part") != NULL;
  if (output && failed("open")) return -1;
  int descriptor = next(folder, path, flags, mode);
  if (descriptor >= 0 && descriptor < (int)sizeof is_output) is_output[descriptor] = (char)output;
  return descriptor;
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
  static ssize_t (*next)(int, const void *, size_t);
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "write");
  int error = is_ours(descriptor) ? fault_at("write") : descriptor == STDOUT_FILENO ? fault_at("stdout") : 0;
  if (error > 0) return errno = error, -1;
  return next(descriptor, bytes, error < 0 && length > 1 ? length / 2 : length);
}

int close(int descriptor) {
  static int (*next)(int);
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "close");
  int ours = is_ours(descriptor);
  if (ours) is_output[descriptor] = 0;
  int error = ours ? fault_at("close") : 0, status = next(descriptor);
  return error > 0 ? (errno = error, -1) : status;
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  static int (*next)(int, const char *, int, const char *);
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "renameat");
  return failed("rename") ? -1 : next(from_folder, from, to_folder, to);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  static int (*next)(int, const char *, mode_t);
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "mkdirat");
  return failed("mkdir") ? -1 : next(folder, path, mode);
}

int fsync(int descriptor) {
  static int (*next)(int);
  if (next == NULL) *(void **)&next = dlsym(RTLD_NEXT, "fsync");
  return failed("fsync") ? -1 : next(descriptor);
}
