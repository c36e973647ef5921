/* What a worker is at, in memory that it shares with the supervisor: this is what a hang or a death is blamed on. */
#ifndef BATCH_SLOT_H
#define BATCH_SLOT_H

#include <stdalign.h>
#include <stdatomic.h>
#include <stdint.h>

/* Bytes of source from which on the deadline is as many times more: the shipped extractors take a quarter of a second for so many. */
#define BATCH_DEADLINE_TEXT ((size_t)1 << 20)

typedef struct batch_slot {
  /* A cache line each, so that workers do not slow each other down. */
  alignas(64) _Atomic uint64_t since; /* batch_now() when the document was begun; 0 between documents */
  _Atomic uint32_t times;             /* how many times the deadline the document may take */
  _Atomic uint32_t document;          /* its place in the worker's chunk */
  _Atomic uint32_t extractor;         /* the running one, or BATCH_WHOLE outside of them */
} batch_slot;

#endif
