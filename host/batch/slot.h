/* What a worker is at, in memory that it shares with the supervisor: this is what a hang or a death is blamed on. */
#ifndef BATCH_SLOT_H
#define BATCH_SLOT_H

#include <stdalign.h>
#include <stdatomic.h>
#include <stdint.h>

typedef struct batch_slot {
  /* A cache line each, so that workers do not slow each other down. */
  alignas(64) _Atomic uint64_t since; /* batch_now() when the document was begun; 0 between documents */
  _Atomic uint32_t document;          /* its place in the worker's chunk */
  _Atomic uint32_t extractor;         /* the running one, or BATCH_WHOLE outside of them */
} batch_slot;

#endif
