/* NFC works on what was written and not on the source, since what composes may come from entities or have had a control
 * character between. A segment is a stable code point with the unstable ones behind it; it is put into NFC when the
 * next stable one comes. */
#include "text/writer.h"

#include <string.h>

#include "text/utf8.h"

static bool fail(gs_writer *writer, gisa_status status) {
  writer->status = status;
  return false;
}

/* Room for so many bytes more and the NUL behind them. */
static bool reserve(gs_writer *writer, size_t more) {
  size_t needed = (size_t)writer->length + more + 1;
  if (needed <= writer->capacity) return true;
  if (needed >= UINT32_MAX) return fail(writer, GISA_TOO_LARGE);
  size_t larger = needed + needed / 2;
  char *bytes = gs_arena_grow(writer->arena, writer->bytes, writer->capacity, larger);
  if (!bytes) return fail(writer, GISA_NO_MEMORY);
  writer->bytes = bytes;
  writer->capacity = larger;
  return true;
}

static bool begin_run(gs_writer *writer, uint32_t source, bool straight) {
  return gs_map_add(&writer->map, writer->length, source, straight) || fail(writer, GISA_NO_MEMORY);
}

/* The run of decoded's map that the byte at is in. */
static const gs_offset_run *find_run(gs_writer *writer, uint32_t at) {
  const gs_offset_map *map = &writer->decoded->map;
  while (writer->run + 1 < map->count && map->runs[writer->run + 1].text <= at) writer->run++;
  return &map->runs[writer->run];
}

/* Where the byte at of decoded begins in the source. */
static uint32_t source_offset(const gs_offset_run *run, uint32_t at) {
  return run->straight ? run->source + (at - run->text) : run->source;
}

/* Before something is written for decoded from start on: what was dropped since the last piece gets a run without text,
 * where else it would be in the last piece's. */
static bool skip_dropped(gs_writer *writer, uint32_t start) {
  if (start <= writer->stop || !gs_map_ends_whole(&writer->map)) return true;
  uint32_t dropped = gs_offset_source(&writer->decoded->map, (gs_span){writer->stop, writer->stop}).start;
  return begin_run(writer, dropped, false);
}

/* How many bytes at the beginning, in whole code points, are the same; never all of one side. */
static size_t common_start(const char *before, size_t length, const char *after, size_t after_length) {
  size_t same = 0;
  while (same + 1 < length && same + 1 < after_length && before[same] == after[same]) same++;
  while (same > 0 && (gs_utf8_continues((unsigned char)before[same]) || gs_utf8_continues((unsigned char)after[same])))
    same--;
  return same;
}

/* Puts the NFC of the open segment in its place. */
static bool close_segment(gs_writer *writer) {
  if (writer->segment == GS_NO_SEGMENT) return true;
  const char *before = writer->bytes + writer->segment;
  size_t length = writer->length - writer->segment;
  if (!gs_nfc_compose(&writer->nfc, before, length)) return fail(writer, GISA_NO_MEMORY);
  const char *after = writer->nfc.bytes;
  uint32_t rewritten = writer->segment;
  writer->segment = GS_NO_SEGMENT;
  if (writer->nfc.length == length && memcmp(before, after, length) == 0) return true;
  /* What stays as it is at the beginning keeps its own runs. */
  size_t same = common_start(before, length, after, writer->nfc.length), changed = writer->nfc.length - same;
  rewritten += (uint32_t)same;
  if (!gs_map_join(&writer->map, rewritten)) return fail(writer, GISA_NO_MEMORY);
  writer->length = rewritten;
  if (!reserve(writer, changed)) return false;
  memcpy(writer->bytes + rewritten, after + same, changed);
  writer->length += (uint32_t)changed;
  return true;
}

static void open_segment(gs_writer *writer) {
  if (writer->segment != GS_NO_SEGMENT) return;
  uint32_t at = writer->length;
  if (at > 0) at--;
  while (at > 0 && gs_utf8_continues((unsigned char)writer->bytes[at])) at--;
  writer->segment = at;
}

static bool before_code_point(gs_writer *writer, bool stable) {
  if (stable) return close_segment(writer);
  open_segment(writer);
  return true;
}

bool gs_writer_begin(gs_writer *writer, gs_arena *arena, const gs_text *decoded) {
  /* Clean text is seldom longer than its source. */
  size_t capacity = (size_t)decoded->length + 1;
  *writer = (gs_writer){.arena = arena, .decoded = decoded, .segment = GS_NO_SEGMENT, .nfc = {.arena = arena}};
  gs_map_begin(&writer->map, arena);
  writer->bytes = gs_arena_alloc(arena, capacity);
  if (!writer->bytes) return fail(writer, GISA_NO_MEMORY);
  writer->capacity = capacity;
  return true;
}

bool gs_writer_copy(gs_writer *writer, uint32_t start, uint32_t stop, bool stable) {
  if (!before_code_point(writer, stable) || !reserve(writer, stop - start) || !skip_dropped(writer, start))
    return false;
  memcpy(writer->bytes + writer->length, writer->decoded->bytes + start, stop - start);
  for (uint32_t at = start, run_stop; at < stop; at = run_stop) {
    const gs_offset_run *run = find_run(writer, at);
    run_stop = writer->run + 1 < writer->decoded->map.count && run[1].text < stop ? run[1].text : stop;
    if (!begin_run(writer, source_offset(run, at), run->straight)) return false;
    writer->length += run_stop - at;
  }
  writer->stop = stop;
  return true;
}

bool gs_writer_put(gs_writer *writer, uint32_t code_point, uint32_t start, uint32_t stop) {
  if (!before_code_point(writer, gs_nfc_stable(code_point)) || !skip_dropped(writer, start) ||
      !begin_run(writer, source_offset(find_run(writer, start), start), false))
    return false;
  return gs_writer_extend(writer, code_point, stop);
}

bool gs_writer_extend(gs_writer *writer, uint32_t code_point, uint32_t stop) {
  if (!reserve(writer, GS_UTF8_MAX)) return false;
  writer->length += (uint32_t)gs_utf8_encode(code_point, writer->bytes + writer->length);
  writer->stop = stop;
  return true;
}

bool gs_writer_end(gs_writer *writer, gs_text *clean) {
  if (!close_segment(writer) || !reserve(writer, 0) || !skip_dropped(writer, writer->decoded->length)) return false;
  writer->bytes[writer->length] = '\0';
  *clean = (gs_text){.bytes = writer->bytes, .length = writer->length};
  return gs_map_end(&writer->map, writer->length, writer->decoded->map.source_length, &clean->map) ||
         fail(writer, GISA_NO_MEMORY);
}
