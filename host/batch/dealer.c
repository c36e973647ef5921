#include "batch/dealer.h"

#include <stdlib.h>

/* Chunks on their way: two with each worker, and as many that wait for a free one or for an earlier one to be done. A document that hangs for the whole
 * deadline holds the reports behind it back, so that more would help only then and cost memory always. */
#define WINDOW(workers) (8 * (workers) + 8)

#define TICK_MILLISECONDS 100

bool batch_dealer_open(batch_dealer *d, const batch_job *job, unsigned workers, uint64_t deadline) {
  *d = (batch_dealer){0};
  return batch_supervisor_open(&d->supervisor, job, workers, deadline) && batch_report_open(&d->report, job->extractor_count);
}

static void stop(batch_dealer *d, const char *failure) {
  d->stopped = true;
  if (d->failure == NULL) d->failure = failure;
}

/* Hands the chunk's report on. */
static void deliver(batch_dealer *d, const batch_chunk *chunk) {
  batch_reader reader = {.at = chunk->reply.data, .end = chunk->reply.data + chunk->reply.length};
  const char *results;
  size_t length;
  if (!batch_report_read(&reader, &d->report, &results, &length)) {
    stop(d, "a worker's answer can't be read");
  } else if (d->receive(d->context, &d->report, &reader, results, length) != 0) {
    stop(d, NULL);
  }
}

static void retire(batch_dealer *d) {
  while (d->first != NULL && d->first->state == BATCH_DONE) {
    batch_chunk *chunk = d->first;
    d->first = chunk->next;
    if (d->first == NULL) d->last = NULL;
    d->outstanding--;
    deliver(d, chunk);
    batch_chunk_free(chunk);
  }
}

/* One round: deal, wait, retire. */
static int turn(batch_dealer *d, int waited_for) {
  if (!d->stopped && !batch_supervisor_deal(&d->supervisor, d->first)) stop(d, d->supervisor.message);
  int ready = batch_supervisor_wait(&d->supervisor, waited_for, d->tick != NULL ? TICK_MILLISECONDS : -1);
  if (ready < 0) stop(d, d->supervisor.message);
  retire(d);
  if (d->tick != NULL) d->tick(d->context);
  if (d->interrupted != NULL && *d->interrupted != 0) stop(d, NULL);
  return ready;
}

static void queue_open(batch_dealer *d) {
  if (d->open == NULL || d->open->count == 0) return;
  if (d->last != NULL)
    d->last->next = d->open;
  else
    d->first = d->open;
  d->last = d->open;
  d->open = NULL;
  d->outstanding++;
  if (!d->stopped && !batch_supervisor_deal(&d->supervisor, d->first)) stop(d, d->supervisor.message);
}

/* Chunks begin small, so that few documents are spread over all workers and the first result comes soon. */
static uint32_t chunk_size(const batch_dealer *d) {
  uint64_t step = d->dealt / (2 * d->supervisor.worker_count);
  return step < 6 ? 1u << step : BATCH_CHUNK_DOCUMENTS;
}

int batch_deal(batch_dealer *d, batch_kind kind, const char *path, const char *name, const char *bytes,
               size_t length) {
  if (d->open == NULL) d->open = batch_chunk_new(d->dealt++);
  if (d->open == NULL || !batch_chunk_add(d->open, kind, path, name, bytes, length))
    stop(d, "out of memory");
  if (d->interrupted != NULL && *d->interrupted != 0) stop(d, NULL);
  if (d->stopped) return 1;
  if (d->open->count < chunk_size(d) && d->open->documents.length < BATCH_CHUNK_BYTES) return 0;
  queue_open(d);
  while (!d->stopped && d->outstanding >= WINDOW(d->supervisor.worker_count)) turn(d, -1);
  return d->stopped;
}

int batch_deal_await(batch_dealer *d, int descriptor) {
  queue_open(d);
  while (!d->stopped && turn(d, descriptor) == 0) {}
  return d->stopped;
}

/* Whether a chunk is with a worker still. */
static bool is_working(const batch_dealer *d) {
  for (const batch_chunk *chunk = d->first; chunk != NULL; chunk = chunk->next)
    if (chunk->state == BATCH_DEALT) return true;
  return false;
}

void batch_deal_finish(batch_dealer *d) {
  if (!d->stopped) queue_open(d);
  while (!d->stopped && d->first != NULL) turn(d, -1);
  while (d->failure == NULL && is_working(d)) turn(d, -1);
}

void batch_dealer_close(batch_dealer *d) {
  batch_supervisor_close(&d->supervisor);
  for (batch_chunk *chunk = d->first, *next; chunk != NULL; chunk = next) {
    next = chunk->next;
    batch_chunk_free(chunk);
  }
  batch_chunk_free(d->open);
  batch_report_close(&d->report);
}
