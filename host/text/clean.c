/* One pass over the bytes: long stretches that need nothing are copied, and at each place that needs something one rule applies.
 * NFC works on what was written, since what composes may come from entities or have had a control character between. */
#include <string.h>

#include "text/entity.h"
#include "text/normal_form.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#define NO_SEGMENT UINT32_MAX

/* How often something happened and where, in the decoded text, it did first. */
typedef struct tally {
  uint32_t count, start, stop;
} tally;

typedef struct cleaner {
  gs_arena *arena;
  const gs_text *decoded;
  const unsigned char *bytes; /* of decoded */
  uint32_t length, entities_from;
  uint32_t at;   /* the next byte of decoded to read */
  uint32_t stop; /* behind the last byte of decoded that left something in out */
  size_t run;    /* of decoded's map, the one that at is in or one before it */
  char *out;
  uint32_t out_length;
  size_t out_capacity;
  uint32_t segment; /* offset in out of the last stable code point while unstable ones follow it, else NO_SEGMENT */
  bool after_repair;
  gs_map_builder map;
  gs_nfc nfc;
  gisa_status status; /* why a step returned false */
  tally invalid, controls, numbers;
} cleaner;

static bool fail(cleaner *c, gisa_status status) {
  c->status = status;
  return false;
}

static void count(tally *kind, uint32_t start, uint32_t stop) {
  if (kind->count == 0) {
    kind->start = start;
    kind->stop = stop;
  }
  kind->count++;
}

static bool reserve(cleaner *c, size_t more) {
  size_t needed = (size_t)c->out_length + more + 1;
  if (needed <= c->out_capacity) return true;
  if (needed >= UINT32_MAX) return fail(c, GISA_TOO_LARGE);
  size_t larger = needed + needed / 2;
  char *out = gs_arena_grow(c->arena, c->out, c->out_capacity, larger);
  if (!out) return fail(c, GISA_NO_MEMORY);
  c->out = out;
  c->out_capacity = larger;
  return true;
}

static bool map_run(cleaner *c, uint32_t source, bool straight) {
  return gs_map_add(&c->map, c->out_length, source, straight) || fail(c, GISA_NO_MEMORY);
}

/* The run of the decoded text's map that the byte at is in. Calls come with rising offsets. */
static const gs_offset_run *decoded_run(cleaner *c, uint32_t at) {
  const gs_offset_map *map = &c->decoded->map;
  while (c->run + 1 < map->count && map->runs[c->run + 1].text <= at) c->run++;
  return &map->runs[c->run];
}

/* Where the byte at of the decoded text begins in the source. */
static uint32_t source_offset(cleaner *c, uint32_t at) {
  if (at >= c->length) return gs_offset_source(&c->decoded->map, (gs_span){at, at}).start;
  const gs_offset_run *run = decoded_run(c, at);
  return run->straight ? run->source + (at - run->text) : run->source;
}

/* Before something is written for the decoded text from start on: what was dropped since the last thing belongs to neither. */
static bool skip_dropped(cleaner *c, uint32_t start) {
  if (start <= c->stop || !gs_map_ends_whole(&c->map)) return true;
  uint32_t dropped = gs_offset_source(&c->decoded->map, (gs_span){c->stop, c->stop}).start;
  return map_run(c, dropped, false);
}

/* Puts the NFC of the open segment in its place. */
static bool close_segment(cleaner *c) {
  uint32_t start = c->segment;
  c->segment = NO_SEGMENT;
  const char *before = c->out + start;
  size_t length = c->out_length - start;
  if (!gs_nfc_compose(&c->nfc, before, length)) return fail(c, GISA_NO_MEMORY);
  const char *after = c->nfc.bytes;
  if (c->nfc.length == length && memcmp(before, after, length) == 0) return true;
  /* What stayed as it was at the beginning keeps its own runs. */
  size_t same = 0;
  while (same + 1 < length && same + 1 < c->nfc.length && before[same] == after[same]) same++;
  while (same > 0 && (gs_utf8_continues((unsigned char)before[same]) || gs_utf8_continues((unsigned char)after[same])))
    same--;
  uint32_t rewritten = start + (uint32_t)same;
  if (!gs_map_join(&c->map, rewritten)) return fail(c, GISA_NO_MEMORY);
  c->out_length = rewritten;
  if (!reserve(c, c->nfc.length - same)) return false;
  memcpy(c->out + rewritten, after + same, c->nfc.length - same);
  c->out_length += (uint32_t)(c->nfc.length - same);
  return true;
}

/* An unstable code point comes next: the segment reaches back to the stable one before it. */
static void open_segment(cleaner *c) {
  if (c->segment != NO_SEGMENT) return;
  c->segment = c->out_length;
  if (c->segment > 0) c->segment--;
  while (c->segment > 0 && gs_utf8_continues((unsigned char)c->out[c->segment])) c->segment--;
}

static bool before_code_point(cleaner *c, uint32_t code_point) {
  if (!gs_nfc_stable(code_point)) {
    open_segment(c);
    return true;
  }
  return c->segment == NO_SEGMENT || close_segment(c);
}

/* Writes one code point for the decoded bytes from start to stop, which are not its own. */
static bool write_code_point(cleaner *c, uint32_t code_point, uint32_t start, uint32_t stop) {
  if (!before_code_point(c, code_point) || !reserve(c, GS_UTF8_MAX) || !skip_dropped(c, start) ||
      !map_run(c, source_offset(c, start), false))
    return false;
  c->out_length += (uint32_t)gs_utf8_encode(code_point, c->out + c->out_length);
  c->stop = stop;
  return true;
}

/* Copies the decoded bytes from at to stop. */
static bool copy_until(cleaner *c, uint32_t stop) {
  if (!reserve(c, stop - c->at) || !skip_dropped(c, c->at)) return false;
  memcpy(c->out + c->out_length, c->bytes + c->at, stop - c->at);
  while (c->at < stop) {
    const gs_offset_run *run = decoded_run(c, c->at);
    uint32_t run_stop = c->run + 1 < c->decoded->map.count ? run[1].text : c->length;
    if (run_stop > stop) run_stop = stop;
    if (!map_run(c, run->straight ? run->source + (c->at - run->text) : run->source, run->straight)) return false;
    c->out_length += run_stop - c->at;
    c->at = run_stop;
  }
  c->stop = stop;
  return true;
}

static bool is_control(uint32_t code_point) {
  return (code_point < 0x20 && code_point != '\t' && code_point != '\n') || (code_point >= 0x7F && code_point < 0xA0);
}

/* Where the bytes stop being stable code points that may be copied. */
static const unsigned char *find_special(const unsigned char *at, const unsigned char *end) {
  while (at < end) {
    unsigned char byte = *at;
    if (byte < 0x80) {
      if (byte == '&' || is_control(byte)) return at;
      at++;
      continue;
    }
    uint32_t code_point = GS_INVALID;
    size_t size = 3;
    if ((byte & 0xF0) == 0xE0 && end - at >= 3 && gs_utf8_continues(at[1]) && gs_utf8_continues(at[2])) {
      code_point = (uint32_t)(byte & 0x0F) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
      /* No overlong form or surrogate is below: these two ranges hold none. */
      if ((code_point >= 0xAC00 && code_point <= 0xD7A3) || (code_point >= 0x3400 && code_point <= 0x9FFF)) {
        at += 3;
        continue;
      }
    }
    size = gs_utf8_decode(at, (size_t)(end - at), &code_point);
    if (code_point == GS_INVALID || is_control(code_point) || !gs_nfc_stable(code_point)) return at;
    at += size;
  }
  return at;
}

static bool clean_entity(cleaner *c) {
  gs_entity entity;
  if (c->at < c->entities_from ||
      !gs_entity_decode((const char *)c->bytes + c->at, c->length - c->at, &entity)) {
    return before_code_point(c, '&') && copy_until(c, c->at + 1);
  }
  uint32_t start = c->at, stop = start + (uint32_t)entity.length;
  c->at = stop;
  if (entity.replaced) count(&c->numbers, start, stop);
  if (is_control(entity.code_points[0])) {
    count(&c->controls, start, stop);
    return true;
  }
  return write_code_point(c, entity.code_points[0], start, stop) &&
         (entity.code_points[1] == 0 || write_code_point(c, entity.code_points[1], start, stop));
}

static bool clean_control(cleaner *c, size_t size) {
  uint32_t start = c->at, stop = start + (uint32_t)size;
  c->at = stop;
  if (c->bytes[start] != '\r') {
    count(&c->controls, start, stop);
    return true;
  }
  if (stop < c->length && c->bytes[stop] == '\n') return true; /* the line feed is the end of the line */
  return write_code_point(c, '\n', start, stop);
}

static bool clean_invalid(cleaner *c, size_t size) {
  uint32_t start = c->at, stop = start + (uint32_t)size;
  c->at = stop;
  count(&c->invalid, start, stop);
  /* Neighbours share a run: the map of a file of garbage must not be much larger than the file. */
  bool joins = c->after_repair && c->stop == start;
  if (!joins) {
    if (!write_code_point(c, GS_REPLACEMENT, start, stop)) return false;
    c->after_repair = true;
    return true;
  }
  if (!reserve(c, GS_UTF8_MAX)) return false;
  c->out_length += (uint32_t)gs_utf8_encode(GS_REPLACEMENT, c->out + c->out_length);
  c->stop = stop;
  return true;
}

/* At a byte that find_special stopped at. */
static bool clean_special(cleaner *c) {
  uint32_t code_point;
  size_t size = gs_utf8_decode(c->bytes + c->at, c->length - c->at, &code_point);
  if (code_point == GS_INVALID) return clean_invalid(c, size);
  c->after_repair = false;
  if (code_point == '&') return clean_entity(c);
  if (is_control(code_point)) return clean_control(c, size);
  return before_code_point(c, code_point) && copy_until(c, c->at + (uint32_t)size);
}

static bool clean_all(cleaner *c) {
  const unsigned char *end = c->bytes + c->length;
  while (c->length - c->at >= 3 && memcmp(c->bytes + c->at, "\xEF\xBB\xBF", 3) == 0) c->at += 3; /* U+FEFF */
  c->stop = c->at;
  while (c->at < c->length) {
    uint32_t special = (uint32_t)(find_special(c->bytes + c->at, end) - c->bytes);
    if (special > c->at) {
      c->after_repair = false;
      if (c->segment != NO_SEGMENT && !close_segment(c)) return false;
      if (!copy_until(c, special)) return false;
    }
    if (c->at < c->length && !clean_special(c)) return false;
  }
  return (c->segment == NO_SEGMENT || close_segment(c)) && reserve(c, 0) && skip_dropped(c, c->length);
}

static gisa_status clean_text(cleaner *c, gs_text *clean) {
  size_t length = c->decoded->length;
  c->bytes = (const unsigned char *)(length > 0 ? c->decoded->bytes : "");
  c->length = c->decoded->length;
  c->segment = NO_SEGMENT;
  c->nfc.arena = c->arena;
  /* Seldom longer than the source. */
  c->out_capacity = length + 1;
  c->out = gs_arena_alloc(c->arena, c->out_capacity);
  gs_map_begin(&c->map, c->arena);
  if (!c->out) return GISA_NO_MEMORY;
  if (!clean_all(c)) return c->status;
  c->out[c->out_length] = '\0';
  clean->bytes = c->out;
  clean->length = c->out_length;
  return gs_map_end(&c->map, c->out_length, c->decoded->map.source_length, &clean->map) ? GISA_OK : GISA_NO_MEMORY;
}

static void report(const cleaner *c, gs_diagnostics *diagnostics, const char *stage, const tally *kind,
                   const char *one, const char *many) {
  if (kind->count == 0) return;
  gs_span place = gs_offset_source(&c->decoded->map, (gs_span){kind->start, kind->stop});
  if (kind->count == 1) {
    gs_diagnose(diagnostics, stage, place.start, place.stop, "1 %s at byte %u", one, (unsigned)place.start);
  } else {
    gs_diagnose(diagnostics, stage, place.start, place.stop, "%u %s, the first at byte %u", (unsigned)kind->count, many,
                (unsigned)place.start);
  }
}

gisa_status gs_text_clean(gs_arena *arena, const gs_text *decoded, uint32_t entities_from, gs_diagnostics *diagnostics,
                          gs_text *clean) {
  cleaner c = {.arena = arena, .decoded = decoded, .entities_from = entities_from};
  gisa_status status = clean_text(&c, clean);
  if (status != GISA_OK) return status;
  report(&c, diagnostics, "encoding", &c.invalid, "invalid UTF-8 sequence replaced by U+FFFD",
         "invalid UTF-8 sequences replaced by U+FFFD");
  report(&c, diagnostics, "text", &c.controls, "control character left out", "control characters left out");
  report(&c, diagnostics, "text", &c.numbers, "character reference to no character replaced by U+FFFD",
         "character references to no character replaced by U+FFFD");
  return GISA_OK;
}

gisa_status gs_text_unescape(gs_arena *arena, const char *bytes, size_t length, const char **unescaped,
                             size_t *unescaped_length) {
  if (length >= UINT32_MAX) return GISA_NO_MEMORY; /* cannot be: it came out of clean text */
  uint32_t size = (uint32_t)length;
  const gs_offset_run all = {0, 0, 1};
  gs_text value = {bytes, size, {&all, 1, size, size}}, clean;
  cleaner c = {.arena = arena, .decoded = &value};
  gisa_status status = clean_text(&c, &clean);
  if (status != GISA_OK) return GISA_NO_MEMORY;
  *unescaped = clean.bytes;
  *unescaped_length = clean.length;
  return GISA_OK;
}
