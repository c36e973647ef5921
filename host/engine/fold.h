/* What makes two spellings one when records of different documents are compared: width, case, white space, punctuation and the
 * particle behind a Korean name do not count. */
#ifndef GS_ENGINE_FOLD_H
#define GS_ENGINE_FOLD_H

#include <stdbool.h>
#include <stddef.h>

#include "text/arena.h"

/* A folded string: NFKC with case folded, without white space, control characters and punctuation. What carries meaning stays: `%`, `+`, `#`, `&`,
 * `@`, `/`, `*`, and a point or a hyphen between two digits (`3.1`, `2025-12`). Where nothing is left, the string as it was. */
typedef struct gs_folded {
  const char *bytes;
  size_t length;
  bool prose; /* long enough that a few other words make no other statement: see fold.c */
} gs_folded;

/* Folds valid UTF-8 into the arena. false when memory is out. */
bool gs_fold(gs_arena *arena, const char *bytes, size_t length, gs_folded *folded);

/* The length of a folded string without the particle at its end (`배경훈은` → `배경훈`), where it has one and at least three code points
 * stand before it; else length itself. Whether it really is a particle only shows where the shorter form occurs too. */
size_t gs_fold_particle(const char *bytes, size_t length);

#endif
