#include "text/offset_map.h"

/* A document that needs a map at all has some dozens of entities. */
#define FIRST_CAPACITY 32

void gs_map_begin(gs_map_builder *builder, gs_arena *arena) {
  *builder = (gs_map_builder){.arena = arena};
}

static bool push(gs_map_builder *builder, gs_offset_run run) {
  if (builder->count == builder->capacity) {
    size_t capacity = builder->capacity ? builder->capacity * 2 : FIRST_CAPACITY;
    gs_offset_run *runs =
        gs_arena_grow(builder->arena, builder->runs, builder->capacity * sizeof *runs, capacity * sizeof *runs);
    if (!runs) return false;
    builder->runs = runs;
    builder->capacity = capacity;
  }
  builder->runs[builder->count++] = run;
  return true;
}

bool gs_map_add(gs_map_builder *builder, uint32_t text, uint32_t source, bool straight) {
  if (builder->count > 0) {
    const gs_offset_run *last = &builder->runs[builder->count - 1];
    if (last->straight == straight && (straight ? source - last->source == text - last->text : source == last->source))
      return true;
  }
  return push(builder, (gs_offset_run){text, source, straight});
}

bool gs_map_join(gs_map_builder *builder, uint32_t text) {
  size_t i = builder->count;
  while (i > 0 && builder->runs[i - 1].text > text) i--;
  gs_offset_run run = {0, 0, 0};
  if (i > 0) {
    run = builder->runs[i - 1];
    if (run.straight) {
      run.source += text - run.text;
      run.text = text;
      run.straight = 0;
    }
    if (builder->runs[i - 1].text == run.text) i--;
  }
  builder->count = i;
  return push(builder, run);
}

bool gs_map_ends_whole(const gs_map_builder *builder) {
  return builder->count > 0 && !builder->runs[builder->count - 1].straight;
}

bool gs_map_end(gs_map_builder *builder, uint32_t text_length, uint32_t source_length, gs_offset_map *map) {
  if (builder->count == 0 && !push(builder, (gs_offset_run){0, 0, 1})) return false;
  *map = (gs_offset_map){builder->runs, builder->count, text_length, source_length};
  return true;
}

/* The number of runs that begin at or before text. */
static size_t runs_until(const gs_offset_map *map, uint32_t text) {
  size_t low = 0, high = map->count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    if (map->runs[middle].text <= text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/* Where the thing at text begins in the source; for the end of the text, where the last thing ends. */
static uint32_t source_start(const gs_offset_map *map, uint32_t text) {
  size_t i = runs_until(map, text);
  if (i == 0) return 0;
  const gs_offset_run *run = &map->runs[i - 1];
  if (run->straight) return run->source + (text - run->text);
  if (text == map->text_length && text > run->text) return map->source_length;
  return run->source;
}

/* Where the thing that ends at text (above 0) ends in the source. */
static uint32_t source_stop(const gs_offset_map *map, uint32_t text) {
  size_t i = runs_until(map, text - 1);
  if (i == 0) return 0;
  const gs_offset_run *run = &map->runs[i - 1];
  if (run->straight) return run->source + (text - run->text);
  return i < map->count ? map->runs[i].source : map->source_length;
}

gs_span gs_offset_source(const gs_offset_map *map, gs_span piece) {
  if (piece.stop > map->text_length) piece.stop = map->text_length;
  if (piece.start > piece.stop) piece.start = piece.stop;
  uint32_t start = source_start(map, piece.start);
  return (gs_span){start, piece.start == piece.stop ? start : source_stop(map, piece.stop)};
}
