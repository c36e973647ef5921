/* Memory for PCRE2, with a spare for its JIT, which does not survive an allocation that fails. */
#ifndef GS_SCRIPT_PATTERN_MEMORY_H
#define GS_SCRIPT_PATTERN_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

#include "text/arena.h"

typedef struct gs_pattern_memory {
  gs_allocator allocator;
  unsigned char *spare; /* NULL but for the time of one compilation to machine code */
  size_t room;
  size_t drawn; /* bytes of the spare that were given out */
} gs_pattern_memory;

/* The two functions of a pcre2_general_context; memory is a gs_pattern_memory. */
void *gs_pattern_take(size_t size, void *memory);
void gs_pattern_give(void *block, void *memory);

/* Sets memory aside to compile a pattern of size bytes to machine code. false where there is not enough: then the pattern must
 * stay interpreted. */
bool gs_pattern_set_aside(gs_pattern_memory *memory, size_t size);

/* Gives it back. What was compiled meanwhile must be freed before, if gs_pattern_ran_out says so: it lies in the spare. */
void gs_pattern_give_back(gs_pattern_memory *memory);
bool gs_pattern_ran_out(const gs_pattern_memory *memory);

#endif
