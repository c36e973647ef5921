/* Cleaning in one call, for tests of the text room. */
#ifndef TESTS_TEXT_CLEANED_H
#define TESTS_TEXT_CLEANED_H

#include <criterion/criterion.h>
#include <string.h>

#include "text/text.h"

typedef struct cleaned {
  gs_arena arena;
  gs_diagnostics diagnostics;
  gs_text decoded, text;
} cleaned;

/* encoding as in gs_text_decode; the source is copied to its exact size, so that a sanitizer sees a read behind it. */
static inline void clean_source(cleaned *result, const char *source, size_t length, const char *encoding) {
  gs_arena_init(&result->arena, gs_heap);
  gs_diagnostics_init(&result->diagnostics, &result->arena);
  char *exact = gs_heap.resize(NULL, NULL, length > 0 ? length : 1);
  cr_assert(exact);
  if (length > 0) memcpy(exact, source, length);
  cr_assert(gs_text_decode(&result->arena, exact, length, encoding, &result->diagnostics, &result->decoded) == GISA_OK);
  cr_assert(gs_text_clean(&result->arena, &result->decoded, 0, &result->diagnostics, &result->text) == GISA_OK);
  gs_heap.resize(NULL, exact, 0);
  cr_assert(result->text.bytes[result->text.length] == '\0');
}

static inline void free_cleaned(cleaned *result) {
  gs_arena_free(&result->arena);
}

/* A byte array and its length from a string literal that may hold NUL. */
#define BYTES(literal) (literal), sizeof(literal) - 1

#endif
