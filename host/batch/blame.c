#include "batch/blame.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

static void describe(char *words, size_t room, const batch_worker *worker, int status, uint64_t deadline) {
  if (worker->killed)
    snprintf(words, room, "the limit of %.3g s for a document is spent", (double)deadline / 1e9);
  else if (WIFSIGNALED(status))
    snprintf(words, room, "the worker died of signal %d (%s)", WTERMSIG(status), strsignal(WTERMSIG(status)));
  else
    snprintf(words, room, "the worker ended with status %d", WEXITSTATUS(status));
}

const char *batch_blame(batch_worker *worker, const batch_ending *ending, uint64_t deadline) {
  batch_slot *slot = worker->slot;
  for (unsigned i = 0; i < worker->chunk_count; i++) worker->chunks[i]->state = BATCH_WAITING;
  if (worker->chunk_count == 0) return NULL;
  batch_chunk *chunk = worker->chunks[0];
  uint64_t since = atomic_load_explicit(&slot->since, memory_order_acquire);
  batch_exclusion exclusion = {.document = slot->document, .extractor = slot->extractor, .limit = worker->killed};
  /* Between two documents; or the one that hung came to its end in the very moment of the kill. */
  if (since == 0 || exclusion.document >= chunk->count || (worker->killed && since != worker->hung_since))
    return ++chunk->losses < BATCH_LOSSES ? NULL : "workers end again and again while they begin or answer";
  unsigned strikes = ++chunk->strikes[exclusion.document];
  /* A SIGKILL that is not ours may be the kernel's, short of memory, or somebody's by mistake: once it is nobody's fault. */
  bool foreign = !worker->killed && WIFSIGNALED(ending->status) && WTERMSIG(ending->status) == SIGKILL;
  if (foreign && strikes == 1) return NULL;
  /* Outside of extractors it is the document itself, and trying again would only take the same time once more. */
  if (strikes >= BATCH_STRIKES) exclusion.extractor = BATCH_WHOLE;
  char words[112];
  describe(words, sizeof words, worker, ending->status, deadline);
  snprintf(exclusion.reason, sizeof exclusion.reason, "%s%s", words,
           strikes >= BATCH_STRIKES ? "; given up after three workers" : "");
  return batch_chunk_exclude(chunk, &exclusion) ? NULL : "out of memory";
}
