#include "script/pool.h"

#include <string.h>

/* What calls leave until the collector comes: a fifth of the 4 MB that the largest shipped extractor holds. */
#define REGION ((size_t)1 << 20)

/* AddressSanitizer must see each block, so there all are the allocator's. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CLOSED 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define CLOSED 1
#endif
#ifndef CLOSED
#define CLOSED 0
#endif

void gs_pool_open(gs_pool *pool, gs_allocator allocator) {
  memset(pool, 0, sizeof *pool);
  if (CLOSED) return;
  pool->region = allocator.resize(allocator.context, NULL, REGION);
  pool->next = pool->region;
  pool->end = pool->region == NULL ? NULL : pool->region + REGION;
}

void gs_pool_close(gs_pool *pool, gs_allocator allocator) {
  if (pool->region != NULL) allocator.resize(allocator.context, pool->region, 0);
  memset(pool, 0, sizeof *pool);
}

static size_t class_of(size_t size) {
  return (size - 1) / GS_POOL_STEP;
}

void *gs_pool_take(gs_pool *pool, size_t size) {
  if (size - 1 >= GS_POOL_LARGEST) return NULL; /* 0 is too large, too */
  size_t class = class_of(size), taken = (class + 1) * GS_POOL_STEP;
  void *block = pool->free[class];
  if (block != NULL) {
    memcpy(&pool->free[class], block, sizeof block); /* a free block holds the next one */
    __builtin_prefetch(pool->free[class]);           /* which has mostly left the cache since it was freed */
    return block;
  }
  if ((size_t)(pool->end - pool->next) < taken) return NULL;
  block = pool->next;
  pool->next += taken;
  return block;
}

void gs_pool_give(gs_pool *pool, void *block, size_t size) {
  size_t class = class_of(size);
  memcpy(block, &pool->free[class], sizeof block);
  pool->free[class] = block;
}
