#include "text/diagnostic.h"

#include <criterion/criterion.h>
#include <string.h>

Test(diagnostic, keeps_order_places_and_messages) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  gs_diagnose(&diagnostics, "text", 3, 5, "%d of %s", 7, "these");
  gs_diagnose(&diagnostics, "layout", GS_NOWHERE, GS_NOWHERE, "no place");
  const gs_diagnostic *first = diagnostics.first, *second = first->next;
  cr_expect(strcmp(first->stage, "text") == 0 && strcmp(first->message, "7 of these") == 0);
  cr_expect(first->start == 3 && first->stop == 5);
  cr_expect(strcmp(second->stage, "layout") == 0 && strcmp(second->message, "no place") == 0);
  cr_expect(second->start == GS_NOWHERE && second->next == NULL && diagnostics.last == second);
  cr_expect(diagnostics.count == 2 && diagnostics.dropped == 0);
  gs_arena_free(&arena);
}

Test(diagnostic, counts_what_is_over_the_limit) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  for (unsigned i = 0; i < GS_MAX_DIAGNOSTICS + 10; i++) gs_diagnose(&diagnostics, "text", i, i, "%u", i);
  cr_expect(diagnostics.count == GS_MAX_DIAGNOSTICS && diagnostics.dropped == 10);
  cr_expect(diagnostics.last->start == GS_MAX_DIAGNOSTICS - 1);
  gs_arena_free(&arena);
}

static void *refuse(void *context, void *block, size_t size) {
  (void)context, (void)block, (void)size;
  return NULL;
}

Test(diagnostic, counts_what_there_is_no_memory_for) {
  gs_arena arena;
  gs_arena_init(&arena, (gs_allocator){refuse, NULL});
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  gs_diagnose(&diagnostics, "text", 0, 0, "lost");
  cr_expect(diagnostics.count == 0 && diagnostics.dropped == 1 && diagnostics.first == NULL);
}
