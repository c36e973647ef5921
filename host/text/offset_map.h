/* Building an offset map from its beginning to its end. */
#ifndef GS_TEXT_OFFSET_MAP_H
#define GS_TEXT_OFFSET_MAP_H

#include <stdbool.h>

#include "text/text.h"

typedef struct gs_map_builder {
  gs_arena *arena;
  gs_offset_run *runs;
  size_t count, capacity;
} gs_map_builder;

void gs_map_begin(gs_map_builder *builder, gs_arena *arena);

/* From text (not before the last run's) on, text stands for the source from source on; nothing is added where the last
 * run says so already. Two runs may begin at the same text: the first then stands for source bytes that left no text
 * behind. False when memory is out. */
bool gs_map_add(gs_map_builder *builder, uint32_t text, uint32_t source, bool straight);

/* Makes one run that is not straight of everything from text on, after the text there was rewritten. Where text lies
 * inside a run that is not straight, from that run's beginning on. */
bool gs_map_join(gs_map_builder *builder, uint32_t text);

/* Whether the last run stands for its source bytes as a whole. */
bool gs_map_ends_whole(const gs_map_builder *builder);

/* The finished map, with at least one run; false when memory is out. */
bool gs_map_end(gs_map_builder *builder, uint32_t text_length, uint32_t source_length, gs_offset_map *map);

#endif
