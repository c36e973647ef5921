#include "text/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Blocks double from here: an average article with its tree fits the first one. */
#define FIRST_BLOCK ((size_t)64 * 1024)

/* What stays for the next document at most: enough for an article of 100 kB. A giant must not be remembered for ever. */
#define MOST_KEPT ((size_t)1024 * 1024)

#define ALIGNMENT alignof(max_align_t)

/* AddressSanitizer knows nothing of pieces within a block, so it is told: what is not handed out must not be touched.
 */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_ADDRESS_SANITIZER 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define WITH_ADDRESS_SANITIZER 1
#endif
#ifdef WITH_ADDRESS_SANITIZER
#include <sanitizer/asan_interface.h>
#define FORBID(start, size) ASAN_POISON_MEMORY_REGION(start, size)
#define ALLOW(start, size)  ASAN_UNPOISON_MEMORY_REGION(start, size)
#define GAP                 ALIGNMENT /* between two pieces */
#else
#define FORBID(start, size) ((void)0)
#define ALLOW(start, size)  ((void)0)
#define GAP                 0
#endif

struct gs_arena_block {
  gs_arena_block *older;
  size_t size, used; /* of bytes */
  alignas(max_align_t) unsigned char bytes[];
};

static void *resize_on_heap(void *context, void *block, size_t size) {
  (void)context;
  if (size == 0) {
    free(block);
    return NULL;
  }
  return realloc(block, size);
}

const gs_allocator gs_heap = {resize_on_heap, NULL};

/* What a piece of size bytes takes of a block, a multiple of the alignment of any type; SIZE_MAX where no object can be
 * so large. */
static size_t piece_size(size_t size) {
  if (size > PTRDIFF_MAX - ALIGNMENT - GAP) return SIZE_MAX;
  return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT + GAP;
}

static void free_block(gs_arena *arena, gs_arena_block *block) {
  ALLOW(block->bytes, block->size);
  arena->allocator.resize(arena->allocator.context, block, 0);
}

static gs_arena_block *add_block(gs_arena *arena, size_t needed) {
  size_t size = arena->first > 0 ? arena->first : FIRST_BLOCK;
  if (arena->newest && arena->newest->size < PTRDIFF_MAX / 4) size = arena->newest->size * 2;
  if (size < needed) size = needed;
  if (size > PTRDIFF_MAX - sizeof(gs_arena_block)) return NULL;
  gs_arena_block *block = arena->allocator.resize(arena->allocator.context, NULL, sizeof *block + size);
  if (!block && size > needed) { /* near a memory cap the exact size may still fit */
    size = needed;
    block = arena->allocator.resize(arena->allocator.context, NULL, sizeof *block + size);
  }
  if (!block) return NULL;
  *block = (gs_arena_block){.older = arena->newest, .size = size};
  arena->newest = block;
  FORBID(block->bytes, block->size);
  return block;
}

void gs_arena_init(gs_arena *arena, gs_allocator allocator) {
  *arena = (gs_arena){.allocator = allocator};
}

void *gs_arena_alloc(gs_arena *arena, size_t size) {
  size_t taken = piece_size(size);
  if (taken == SIZE_MAX) return NULL;
  gs_arena_block *block = arena->newest;
  if (!block || block->size - block->used < taken) block = add_block(arena, taken);
  if (!block) return NULL;
  void *start = block->bytes + block->used;
  ALLOW(start, size);
  block->used += taken;
  arena->used += taken;
  return start;
}

void *gs_arena_zeroed(gs_arena *arena, size_t size) {
  void *block = gs_arena_alloc(arena, size);
  if (block) memset(block, 0, size);
  return block;
}

/* Whether the piece at start that takes size bytes is the last that was handed out. */
static bool is_last(const gs_arena_block *newest, const unsigned char *start, size_t size) {
  return newest && size <= newest->used && start == newest->bytes + (newest->used - size);
}

void *gs_arena_grow(gs_arena *arena, void *block, size_t old_size, size_t new_size) {
  if (!block) return gs_arena_alloc(arena, new_size);
  if (new_size <= old_size) return block;
  size_t old_taken = piece_size(old_size), new_taken = piece_size(new_size);
  if (new_taken == SIZE_MAX) return NULL;
  gs_arena_block *newest = arena->newest;
  size_t more = new_taken - old_taken;
  if (more == 0 || (is_last(newest, block, old_taken) && newest->size - newest->used >= more)) {
    ALLOW(block, new_size);
    newest->used += more;
    arena->used += more;
    return block;
  }
  void *copy = gs_arena_alloc(arena, new_size);
  if (copy && old_size > 0) memcpy(copy, block, old_size);
  return copy;
}

char *gs_arena_copy(gs_arena *arena, const char *bytes, size_t length) {
  if (length == SIZE_MAX) return NULL;
  char *copy = gs_arena_alloc(arena, length + 1);
  if (!copy) return NULL;
  if (length > 0) memcpy(copy, bytes, length);
  copy[length] = '\0';
  return copy;
}

void gs_arena_reset(gs_arena *arena) {
  gs_arena_block *newest = arena->newest;
  arena->used = 0;
  if (newest && !newest->older && newest->size <= MOST_KEPT) {
    newest->used = 0;
    FORBID(newest->bytes, newest->size);
    return;
  }
  /* The next document gets one block of the size of all: documents of one size soon need no allocation at all, and none leaves
   * holes in the heap between blocks that stay. */
  size_t total = 0;
  for (gs_arena_block *block = newest; block && total <= MOST_KEPT; block = block->older) total += block->size;
  gs_arena_free(arena);
  arena->first = total <= MOST_KEPT ? total : 0;
}

void gs_arena_free(gs_arena *arena) {
  for (gs_arena_block *block = arena->newest, *older; block; block = older) {
    older = block->older;
    free_block(arena, block);
  }
  arena->newest = NULL;
  arena->used = 0;
}
