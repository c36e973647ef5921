/* The dealer: it makes chunks of documents as they are named, keeps as many on their way as keeps the workers busy, and gives reports
 * back in the order of the documents, whatever the order in which workers finish. */
#ifndef BATCH_DEALER_H
#define BATCH_DEALER_H

#include <signal.h>

#include "batch/report.h"
#include "batch/supervisor.h"

/* Receives the report of one chunk after the other. failures stands at the first of report->failure_count. 0 to go on, anything else to end. */
typedef int batch_receive_fn(void *context, const batch_report *report, batch_reader *failures, const char *results,
                             size_t length);

/* Called now and then while the run goes on, some ten times a second. */
typedef void batch_tick_fn(void *context);

typedef struct batch_dealer {
  batch_supervisor supervisor;
  batch_chunk *first, *last; /* on their way, in order */
  batch_chunk *open;         /* being filled; not in the list yet */
  unsigned outstanding;      /* chunks in the list */
  uint64_t dealt;            /* chunks so far */
  batch_report report;       /* the one at hand */
  batch_receive_fn *receive;
  batch_tick_fn *tick; /* may be NULL */
  void *context;
  const volatile sig_atomic_t *interrupted;
  bool stopped;         /* no more documents are taken */
  const char *failure;  /* why the host could not go on, or NULL */
} batch_dealer;

bool batch_dealer_open(batch_dealer *dealer, const batch_job *job, unsigned workers, uint64_t deadline);

/* Takes a document; the strings are copied. May wait until there is room for it. Returns 0 to go on; anything else: the run ends. */
int batch_deal(batch_dealer *dealer, batch_kind kind, const char *path, const char *name, const char *bytes,
               size_t length);

/* Sends what was taken and has not filled a chunk, and waits until the descriptor can be read: for sources that come slowly. Returns as batch_deal(). */
int batch_deal_await(batch_dealer *dealer, int descriptor);

/* Waits for all that was taken; after an interruption only for what is with the workers. */
void batch_deal_finish(batch_dealer *dealer);

void batch_dealer_close(batch_dealer *dealer);

#endif
