#include "batch/supervisor.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/blame.h"
#include "batch/tally.h"
#include "batch/worker_process.h"

/* Documents after which a worker makes way for a fresh one, so that what leaks somewhere stays small. A fork costs a millisecond. */
#define WORKER_DOCUMENTS 20000

/* The parent itself was stopped or starved when it wakes this much later than it wanted: then documents get their time anew. */
#define LATE_NANOSECONDS 250000000u

bool batch_supervisor_open(batch_supervisor *s, const batch_job *job, unsigned workers, uint64_t deadline) {
  *s = (batch_supervisor){.job = job, .deadline = deadline, .worker_count = workers};
  s->workers = calloc(workers, sizeof *s->workers);
  s->slots = mmap(NULL, workers * sizeof *s->slots, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (s->slots == MAP_FAILED) s->slots = NULL;
  if (s->workers == NULL || s->slots == NULL) return false;
  for (unsigned i = 0; i < workers; i++) s->workers[i].slot = &s->slots[i];
  return true;
}

static void note_peak(batch_supervisor *s, const batch_ending *ending) {
  if (ending->resident > s->peak) s->peak = ending->resident;
}

void batch_supervisor_close(batch_supervisor *s) {
  for (unsigned i = 0; s->workers != NULL && i < s->worker_count; i++) {
    batch_worker *worker = &s->workers[i];
    if (worker->pid == 0) continue;
    if (worker->chunk_count > 0) kill(worker->pid, SIGKILL);
    shutdown(worker->socket, SHUT_RDWR);
  }
  for (unsigned i = 0; s->workers != NULL && i < s->worker_count; i++) {
    if (s->workers[i].pid == 0) continue;
    batch_ending ending = batch_worker_reap(&s->workers[i]);
    note_peak(s, &ending);
  }
  if (s->slots != NULL) munmap(s->slots, s->worker_count * sizeof *s->slots);
  free(s->workers);
}

/* The worker that should get the next chunk: an idle one; a new one; one that can take another behind its own. */
static batch_worker *find_worker(batch_supervisor *s) {
  batch_worker *absent = NULL, *least = NULL;
  for (unsigned i = 0; i < s->worker_count; i++) {
    batch_worker *worker = &s->workers[i];
    if (worker->pid == 0) {
      if (absent == NULL) absent = worker;
    } else if (worker->served < WORKER_DOCUMENTS && !worker->killed && worker->chunk_count < BATCH_WORKER_CHUNKS &&
               (least == NULL || worker->chunk_count < least->chunk_count)) {
      least = worker;
    }
  }
  return least != NULL && (least->chunk_count == 0 || absent == NULL) ? least : absent;
}

bool batch_supervisor_deal(batch_supervisor *s, batch_chunk *chunks) {
  for (batch_chunk *chunk = chunks; chunk != NULL; chunk = chunk->next) {
    if (chunk->state != BATCH_WAITING) continue;
    batch_worker *worker = find_worker(s);
    if (worker == NULL) return true;
    if (worker->pid == 0 &&
        !batch_worker_start(worker, s->job, s->workers, s->worker_count, (unsigned)(worker - s->workers))) {
      /* With some workers there it goes on with those. */
      if (batch_supervisor_running(s) > 0) return true;
      snprintf(s->message, sizeof s->message, "no worker can be started: %s", strerror(errno));
      return false;
    }
    if (!batch_worker_give(worker, chunk)) {
      snprintf(s->message, sizeof s->message, "out of memory");
      return false;
    }
    /* Nothing is received here: a reply must end a wait, or nobody would look at it. */
    batch_worker_send(worker);
  }
  return true;
}

unsigned batch_supervisor_running(const batch_supervisor *s) {
  unsigned running = 0;
  for (unsigned i = 0; i < s->worker_count; i++) running += s->workers[i].pid > 0;
  return running;
}

/* When the document that the worker has now must be done; UINT64_MAX where it has none. */
static uint64_t due(const batch_supervisor *s, const batch_worker *worker) {
  uint64_t since = atomic_load_explicit(&worker->slot->since, memory_order_acquire);
  if (worker->pid == 0 || worker->killed || since == 0) return UINT64_MAX;
  uint64_t times = atomic_load_explicit(&worker->slot->times, memory_order_relaxed);
  return (since > s->awake_from ? since : s->awake_from) + s->deadline * times;
}

/* Kills workers that hang; they are found dead in the next round. */
static void watch_clock(batch_supervisor *s) {
  uint64_t now = batch_now();
  for (unsigned i = 0; i < s->worker_count; i++) {
    batch_worker *worker = &s->workers[i];
    uint64_t since = atomic_load_explicit(&worker->slot->since, memory_order_acquire);
    if (due(s, worker) > now) continue;
    worker->killed = true;
    worker->hung_since = since;
    kill(worker->pid, SIGKILL);
  }
}

static int bury(batch_supervisor *s, batch_worker *worker) {
  /* Most are at their end, which this does not change; one may live, whose reply has no room or is none. */
  kill(worker->pid, SIGKILL);
  batch_worker ended = *worker;
  batch_ending ending = batch_worker_reap(worker);
  note_peak(s, &ending);
  /* One that was told to go because it had done enough has nothing to blame. */
  if (ended.chunk_count == 0 && ending.status == 0) return 0;
  s->lost++;
  if (ended.unheard) {
    snprintf(s->message, sizeof s->message, "out of memory");
    return -1;
  }
  if (WIFEXITED(ending.status) && WEXITSTATUS(ending.status) == 3 && ended.served == 0 && ended.chunk_count > 0 &&
      ended.slot->since == 0) {
    snprintf(s->message, sizeof s->message, "a worker could not begin: the kernel refused its confinement, or memory is out");
    return -1;
  }
  const char *problem = batch_blame(&ended, &ending, s->deadline * ended.slot->times);
  if (problem == NULL) return 0;
  snprintf(s->message, sizeof s->message, "%s", problem);
  return -1;
}

/* The time until the next document is due, capped by most; -1: no bound. */
static struct timespec *time_left(const batch_supervisor *s, int most, struct timespec *left) {
  uint64_t now = batch_now(), next = most < 0 ? UINT64_MAX : now + (uint64_t)most * 1000000u;
  for (unsigned i = 0; i < s->worker_count; i++) {
    uint64_t own = due(s, &s->workers[i]);
    /* One that works but was between two documents just now begins the next at any time. */
    if (own == UINT64_MAX && s->workers[i].chunk_count > 0) own = now + s->deadline;
    if (own < next) next = own;
  }
  if (next == UINT64_MAX) return NULL;
  uint64_t wait = next > now ? next - now : 0;
  *left = (struct timespec){(time_t)(wait / 1000000000u), (long)(wait % 1000000000u)};
  return left;
}

static nfds_t list_sockets(const batch_supervisor *s, struct pollfd *polled) {
  nfds_t count = 0;
  for (unsigned i = 0; i < s->worker_count; i++) {
    const batch_worker *worker = &s->workers[i];
    bool sending = worker->sent < worker->requests.length;
    polled[count++] = (struct pollfd){.fd = worker->pid > 0 ? worker->socket : -1,
                                      .events = (short)(sending ? POLLIN | POLLOUT : POLLIN)};
  }
  return count;
}

int batch_supervisor_wait(batch_supervisor *s, int waited_for, int milliseconds) {
  struct pollfd polled[BATCH_MAX_WORKERS + 1];
  struct timespec left;
  sigset_t none;
  nfds_t count = list_sockets(s, polled);
  polled[count] = (struct pollfd){.fd = waited_for, .events = POLLIN};
  sigemptyset(&none);
  uint64_t before = batch_now();
  struct timespec *timeout = time_left(s, milliseconds, &left);
  int ready = ppoll(polled, count + 1, timeout, &none);
  uint64_t now = batch_now();
  uint64_t wanted = timeout == NULL ? UINT64_MAX : (uint64_t)left.tv_sec * 1000000000u + (uint64_t)left.tv_nsec;
  if (wanted != UINT64_MAX && now - before > wanted + LATE_NANOSECONDS) s->awake_from = now;
  for (nfds_t i = 0; ready > 0 && i < count; i++) {
    batch_worker *worker = &s->workers[i];
    if (worker->pid == 0 || polled[i].revents == 0) continue;
    if (!batch_worker_exchange(worker) && bury(s, worker) != 0) return -1;
    /* Its peer has ended when it reads the end of the socket. */
    if (worker->pid > 0 && worker->chunk_count == 0 && worker->served >= WORKER_DOCUMENTS) shutdown(worker->socket, SHUT_WR);
  }
  watch_clock(s);
  return ready > 0 && polled[count].revents != 0;
}
