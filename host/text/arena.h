/* The memory of one document: blocks that grow as the document is read and are
 * given back together when it is done. Nothing in an arena is freed alone, so a
 * failure half-way leaves nothing to clean up. */
#ifndef GS_TEXT_ARENA_H
#define GS_TEXT_ARENA_H

#include <stddef.h>

/* Where memory comes from. resize has the meaning of realloc(block, size):
 * block NULL allocates, size 0 frees and returns NULL, NULL for a size above 0
 * is a failure and leaves the block as it was. */
typedef struct gs_allocator {
  void *(*resize)(void *context, void *block, size_t size);
  void *context;
} gs_allocator;

/* The C library's realloc and free. */
extern const gs_allocator gs_heap;

typedef struct gs_arena_block gs_arena_block;

typedef struct gs_arena {
  gs_allocator allocator;
  gs_arena_block *newest;
  size_t used;  /* bytes handed out since the last reset */
  size_t first; /* bytes of the first block, 0 for the usual size */
} gs_arena;

/* An empty arena; takes no memory until the first allocation. */
void gs_arena_init(gs_arena *arena, gs_allocator allocator);

/* size bytes aligned for any type, uninitialised; NULL when memory is out.
 * size 0 gives a pointer that must not be read. */
void *gs_arena_alloc(gs_arena *arena, size_t size);

/* Like gs_arena_alloc, all bytes zero. */
void *gs_arena_zeroed(gs_arena *arena, size_t size);

/* A block of new_size bytes that begins with the old_size bytes of block: the
 * same block where it was the newest and has room behind it, else a copy.
 * block may be NULL with old_size 0. NULL when memory is out. */
void *gs_arena_grow(gs_arena *arena, void *block, size_t old_size, size_t new_size);

/* The length bytes with a NUL behind them; NULL when memory is out. */
char *gs_arena_copy(gs_arena *arena, const char *bytes, size_t length);

/* Forgets everything that was allocated. One block stays, or the next allocation makes one, that has room for as much again, but for no
 * more than a megabyte. */
void gs_arena_reset(gs_arena *arena);

/* Gives all memory back. The arena may be used again. */
void gs_arena_free(gs_arena *arena);

#endif
