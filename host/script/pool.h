/* Small blocks for what a call of an extractor makes: spans, matches, tables and strings, nearly all of which die with it. They come from
 * one region by size, the last one freed first, which takes a fifth of the time of malloc() and keeps them in the cache. */
#ifndef GS_SCRIPT_POOL_H
#define GS_SCRIPT_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include "text/arena.h"

/* Larger blocks are rare, and are the allocator's. */
#define GS_POOL_LARGEST 256
#define GS_POOL_STEP 16 /* the alignment of any type; sizes are rounded up to it */

typedef struct gs_pool {
  unsigned char *region, *next, *end; /* NULL: the pool is closed and has nothing */
  void *free[GS_POOL_LARGEST / GS_POOL_STEP];
} gs_pool;

/* Takes the region from the allocator. Where memory is out the pool stays closed: it only saves time. */
void gs_pool_open(gs_pool *pool, gs_allocator allocator);
void gs_pool_close(gs_pool *pool, gs_allocator allocator);

/* A block of size bytes, aligned for any type; NULL where the pool has none. */
void *gs_pool_take(gs_pool *pool, size_t size);

/* Gives back a block that the pool holds, with the size it was taken for. */
void gs_pool_give(gs_pool *pool, void *block, size_t size);

/* Whether a block is the pool's. */
static inline bool gs_pool_holds(const gs_pool *pool, const void *block) {
  return (const unsigned char *)block >= pool->region && (const unsigned char *)block < pool->end;
}

#endif
