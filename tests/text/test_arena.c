#include "text/arena.h"

#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

/* An allocator that counts what is out and refuses from the given call on. */
typedef struct counting {
  size_t calls, blocks, last, refuse_from;
} counting;

static void *count_and_resize(void *context, void *block, size_t size) {
  counting *counts = context;
  if (size == 0) {
    counts->blocks -= block != NULL;
    return gs_heap.resize(NULL, block, 0);
  }
  if (++counts->calls >= counts->refuse_from) return NULL;
  counts->blocks += block == NULL;
  counts->last = size;
  return gs_heap.resize(NULL, block, size);
}

Test(arena, hands_out_aligned_blocks_that_do_not_overlap) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  unsigned char *blocks[600];
  for (size_t i = 0; i < 600; i++) {
    blocks[i] = gs_arena_alloc(&arena, i * 7);
    cr_assert(blocks[i] && (uintptr_t)blocks[i] % alignof(max_align_t) == 0);
    memset(blocks[i], (int)(i % 251), i * 7);
  }
  for (size_t i = 0; i < 600; i++)
    for (size_t j = 0; j < i * 7; j++) cr_assert(blocks[i][j] == i % 251);
  cr_expect(arena.used >= 600 * 599 / 2 * 7);
  gs_arena_free(&arena);
  cr_expect(arena.used == 0 && arena.newest == NULL);
}

Test(arena, zeroes_and_copies) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  memset(gs_arena_alloc(&arena, 4096), 0xAA, 4096);
  gs_arena_reset(&arena);
  const unsigned char *zeroed = gs_arena_zeroed(&arena, 4096);
  for (size_t i = 0; i < 4096; i++) cr_assert(zeroed[i] == 0);
  const char *copy = gs_arena_copy(&arena, "a\0b", 3);
  cr_expect(memcmp(copy, "a\0b", 4) == 0);
  cr_expect(strcmp(gs_arena_copy(&arena, NULL, 0), "") == 0);
  gs_arena_free(&arena);
}

Test(arena, grows_the_newest_in_place_and_copies_others) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  char *first = gs_arena_grow(&arena, NULL, 0, 10);
  memcpy(first, "123456789", 10);
  cr_expect(gs_arena_grow(&arena, first, 10, 1000) == first);
  char *second = gs_arena_alloc(&arena, 1);
  char *moved = gs_arena_grow(&arena, first, 1000, 2000);
  cr_expect(moved != first && moved != second);
  cr_expect(strcmp(moved, "123456789") == 0);
  cr_expect(gs_arena_grow(&arena, moved, 2000, 5) == moved);
  char *large = gs_arena_grow(&arena, moved, 2000, 1000000);
  cr_expect(strcmp(large, "123456789") == 0);
  gs_arena_free(&arena);
}

static void use(gs_arena *arena, int thousands) {
  for (int i = 0; i < thousands; i++) cr_assert(gs_arena_alloc(arena, 1000));
}

Test(arena, needs_one_block_for_documents_of_one_size) {
  counting counts = {.refuse_from = SIZE_MAX};
  gs_arena arena;
  gs_arena_init(&arena, (gs_allocator){count_and_resize, &counts});
  use(&arena, 700);
  cr_expect(counts.blocks > 1);
  gs_arena_reset(&arena);
  cr_expect(counts.blocks == 0 && arena.used == 0);
  use(&arena, 700);
  size_t calls = counts.calls;
  for (int document = 0; document < 5; document++) {
    gs_arena_reset(&arena);
    cr_expect(counts.blocks == 1 && arena.used == 0);
    use(&arena, document % 2 == 0 ? 700 : 5);
  }
  cr_expect(counts.calls == calls, "the block that was kept is large enough");
  gs_arena_free(&arena);
  cr_expect(counts.blocks == 0);
}

Test(arena, forgets_a_giant) {
  counting counts = {.refuse_from = SIZE_MAX};
  gs_arena arena;
  gs_arena_init(&arena, (gs_allocator){count_and_resize, &counts});
  for (int round = 0; round < 2; round++) {
    if (round == 0)
      use(&arena, 5000);
    else
      cr_assert(gs_arena_alloc(&arena, 5000000));
    gs_arena_reset(&arena);
    cr_expect(counts.blocks == 0);
    use(&arena, 1);
    cr_expect(counts.last < 100000);
  }
  gs_arena_free(&arena);
}

Test(arena, refuses_when_memory_is_out) {
  counting counts = {.refuse_from = 1};
  gs_arena arena;
  gs_arena_init(&arena, (gs_allocator){count_and_resize, &counts});
  cr_expect(gs_arena_alloc(&arena, 1) == NULL);
  cr_expect(gs_arena_zeroed(&arena, 1) == NULL);
  cr_expect(gs_arena_copy(&arena, "a", 1) == NULL);
  cr_expect(gs_arena_grow(&arena, NULL, 0, 1) == NULL);
  counts.refuse_from = SIZE_MAX;
  char *block = gs_arena_copy(&arena, "kept", 4);
  counts.refuse_from = 0;
  cr_expect(gs_arena_grow(&arena, block, 5, 1000000) == NULL);
  cr_expect(strcmp(block, "kept") == 0);
  gs_arena_free(&arena);
  cr_expect(counts.blocks == 0);
}

Test(arena, refuses_sizes_that_overflow) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  char *block = gs_arena_alloc(&arena, 1);
  for (size_t size = SIZE_MAX - 64; size != 0; size++) {
    cr_expect(gs_arena_alloc(&arena, size) == NULL);
    cr_expect(gs_arena_grow(&arena, block, 1, size) == NULL);
  }
  cr_expect(gs_arena_copy(&arena, "", SIZE_MAX) == NULL);
  gs_arena_free(&arena);
}
