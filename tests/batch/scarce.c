/* Memory that is out at one allocation, whoever asks: gisa, Lua, libyaml, jansson, iconv, libarchive, the C library. Loaded before all other
 * libraries (LD_PRELOAD).
 *
 * GISA_SCARCE=PROCESS:NTH:LASTING makes the NTH allocation of the process fail, and with LASTING 1 all behind it too. PROCESS is 0 for the one
 * that is started and 1 for those that it forks, which count from their fork. GISA_SCARCE_COUNTS is a file of two numbers of 64 bits: how
 * many allocations each kind made at most. */
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);

static uint64_t nth, counted, *counts;
static int process = -1, wanted = -1, lasting;

static void become_child(void) {
  process = 1;
  counted = 0;
}

__attribute__((constructor)) static void begin(void) {
  const char *scarce = getenv("GISA_SCARCE"), *path = getenv("GISA_SCARCE_COUNTS");
  if (scarce != NULL) sscanf(scarce, "%d:%lu:%d", &wanted, &nth, &lasting);
  int file = path == NULL ? -1 : open(path, O_RDWR | O_CLOEXEC);
  if (file >= 0) {
    void *there = mmap(NULL, 2 * sizeof *counts, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    counts = there == MAP_FAILED ? NULL : there;
    close(file);
  }
  pthread_atfork(NULL, NULL, become_child);
  process = 0;
}

/* Whether the allocation at hand is to fail. */
static int is_out(void) {
  if (process < 0) return 0;
  counted++;
  if (counts != NULL && counted > counts[process]) counts[process] = counted;
  if (process != wanted || (counted != nth && !(lasting && counted > nth))) return 0;
  errno = ENOMEM;
  return 1;
}

void *malloc(size_t size) {
  return is_out() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
  return is_out() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *block, size_t size) {
  return size > 0 && is_out() ? NULL : __libc_realloc(block, size);
}
