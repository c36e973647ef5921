#include "batch/worker.h"

#include <errno.h>
#include <malloc.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "batch/confine.h"
#include "batch/extraction.h"

/* Blocks from here on are given back to the system as soon as they are freed. Unless it is set, glibc raises this threshold with every
 * large block that it sees freed, up to 32 MB, and from then on one long article after another tears its own holes into the heap: a worker
 * grew by a sixteenth between its 10,000th and its 20,000th document. */
#define LARGE_BLOCK (128 << 10)

static void keep_heap_small(void) {
#ifdef M_MMAP_THRESHOLD
  mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK);
  mallopt(M_TRIM_THRESHOLD, 2 * LARGE_BLOCK);
#endif
}

/* false at the end of the socket, or when the parent is gone. */
static bool receive(int socket, void *to, size_t length) {
  for (char *at = to; length > 0;) {
    ssize_t got = recv(socket, at, length, MSG_WAITALL);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    length -= (size_t)got;
  }
  return true;
}

static bool send_all(int socket, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t sent = send(socket, bytes, length, MSG_NOSIGNAL);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0) return false;
    bytes += sent;
    length -= (size_t)sent;
  }
  return true;
}

static bool answer(int socket, batch_report *report, batch_bytes *head) {
  head->length = 0;
  batch_report_head(report, head);
  return !head->failed && !report->failures.failed && !report->results.failed &&
         send_all(socket, head->data, head->length) && send_all(socket, report->results.data, report->results.length);
}

static void publish(batch_slot *slot, uint32_t document, uint64_t since) {
  atomic_store_explicit(&slot->document, document, memory_order_relaxed);
  atomic_store_explicit(&slot->extractor, BATCH_WHOLE, memory_order_relaxed);
  atomic_store_explicit(&slot->times, 1, memory_order_relaxed);
  /* Last, so that whoever sees the time sees the document that it belongs to. */
  atomic_store_explicit(&slot->since, since, memory_order_release);
}

static void do_chunk(batch_extraction *x, batch_reader *request) {
  batch_read_u64(request);
  uint32_t exclusion_count = batch_read_u32(request);
  const batch_exclusion *exclusions = (const void *)request->at;
  request->at += exclusion_count * sizeof *exclusions;
  uint32_t count = batch_read_u32(request);
  batch_report_clear(&x->report);
  for (uint32_t i = 0; i < count && x->report.host_failure[0] == '\0'; i++) {
    batch_document document = batch_document_read(request);
    publish(x->slot, i, batch_now());
    batch_extract(x, &document, i, exclusions, exclusion_count);
  }
  publish(x->slot, count, 0);
}

int batch_worker_serve(const batch_job *job, int socket, batch_slot *slot, unsigned number) {
  batch_extraction x;
  batch_bytes request = {0}, head = {0};
  uint64_t length;
  keep_heap_small();
  bool well = batch_extraction_open(&x, job, slot, number) && batch_confine(job);
  while (well && receive(socket, &length, sizeof length)) {
    request.length = 0;
    char *bytes = batch_bytes_extend(&request, length);
    well = bytes != NULL && receive(socket, bytes, length);
    if (!well) break;
    do_chunk(&x, &(batch_reader){.at = bytes, .end = bytes + length});
    well = answer(socket, &x.report, &head);
  }
  batch_bytes_free(&request);
  batch_bytes_free(&head);
  batch_extraction_close(&x);
  return well ? 0 : 3;
}
