/* Which value a plain YAML scalar stands for. */
#ifndef GS_RECORD_SCHEMA_H
#define GS_RECORD_SCHEMA_H

#include "record/value.h"

/* A plain scalar (with a NUL behind it) as YAML 1.2's core schema has it. NULL: memory is out, or it is a number
 * that can't be taken for one, and *problem, else NULL, says why. */
gs_value *gs_schema_resolve(gs_arena *arena, const char *bytes, size_t length, const char **problem);

#endif
