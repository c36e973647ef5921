#include "batch/progress.h"

#include <inttypes.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/walk.h"

#define LINE_NANOSECONDS 200000000u
#define LOG_NANOSECONDS 5000000000u

static int count_file(void *total, const char *path, const char *name, bool linked) {
  (void)path, (void)name, (void)linked;
  atomic_fetch_add_explicit((_Atomic uint64_t *)total, 1, memory_order_relaxed);
  return 0;
}

static int count_refusal(void *total, const char *path, const char *name, const char *reason) {
  (void)reason;
  return count_file(total, path, name, false);
}

/* Counts in a process of its own, which dies with this one. The count is published when it is whole: archives and lists then make the run
 * longer than it says, which shows as more done than there is. */
static void count(_Atomic uint64_t *total, const char *const *paths) {
  pid_t parent = getpid();
  if (fork() != 0) return;
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(0);
  _Atomic uint64_t counted = 0;
  batch_walk walk = {.file = count_file, .refuse = count_refusal, .context = &counted};
  for (; *paths != NULL; paths++) {
    struct stat there;
    if (stat(*paths, &there) == 0 && S_ISDIR(there.st_mode))
      batch_walk_folder(&walk, *paths);
    else
      counted++;
  }
  *total = counted;
  _exit(0);
}

void batch_progress_open(batch_progress *progress, batch_progress_kind kind, FILE *stream, const char *const *paths) {
  *progress = (batch_progress){.kind = kind, .stream = stream, .begun = batch_now()};
  progress->shown = progress->begun;
  if (kind == BATCH_PROGRESS_NONE || paths == NULL) return;
  void *shared = mmap(NULL, sizeof(uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return;
  progress->total = shared;
  count(shared, paths);
}

static void print_left(FILE *stream, double seconds) {
  if (seconds >= 5400)
    fprintf(stream, ", %.1f h left", seconds / 3600);
  else if (seconds >= 90)
    fprintf(stream, ", %.0f min left", seconds / 60);
  else
    fprintf(stream, ", %.0f s left", seconds);
}

static void print(const batch_progress *progress, const batch_tally *tally, uint64_t now) {
  FILE *stream = progress->stream;
  double seconds = (double)(now - progress->begun) / 1e9, rate = (double)tally->documents / seconds;
  uint64_t total = progress->total == NULL ? 0 : *progress->total;
  fprintf(stream, "%" PRIu64, tally->documents);
  if (total >= tally->documents && total > 0) fprintf(stream, "/%" PRIu64 " (%.0f %%)", total, 100 * (double)tally->documents / (double)total);
  fprintf(stream, " articles, %.0f/s, %.1f MB/s, %" PRIu64 " failed", rate, (double)tally->source_bytes / 1e6 / seconds,
          tally->failed + tally->degraded);
  if (total > tally->documents && rate > 0) print_left(stream, (double)(total - tally->documents) / rate);
}

void batch_progress_show(batch_progress *progress, const batch_tally *tally) {
  if (progress->kind == BATCH_PROGRESS_NONE) return;
  uint64_t now = batch_now();
  if (now - progress->shown < (progress->kind == BATCH_PROGRESS_LINE ? LINE_NANOSECONDS : LOG_NANOSECONDS)) return;
  progress->shown = now;
  if (progress->kind == BATCH_PROGRESS_LINE) fputs("\r\033[K", progress->stream);
  print(progress, tally, now);
  if (progress->kind == BATCH_PROGRESS_LOG) fputc('\n', progress->stream);
  fflush(progress->stream);
}

void batch_progress_clear(batch_progress *progress) {
  if (progress->kind == BATCH_PROGRESS_LINE) fputs("\r\033[K", progress->stream);
}

void batch_progress_close(batch_progress *progress) {
  batch_progress_clear(progress);
  if (progress->total != NULL) munmap((void *)(uintptr_t)progress->total, sizeof *progress->total);
}
