/* One pass over the bytes: long stretches that need nothing are copied, and at each place that needs something one rule
 * applies. */
#include <string.h>

#include "text/entity.h"
#include "text/utf8.h"
#include "text/writer.h"

/* How often something happened and where, in the decoded text, it did first. */
typedef struct tally {
  uint32_t count, start, stop;
} tally;

typedef struct cleaner {
  const unsigned char *bytes; /* of the decoded text */
  uint32_t length, entities_from;
  uint32_t at;        /* the next byte to read */
  bool after_invalid; /* what was written last is a U+FFFD for invalid bytes that end at at */
  tally invalid, controls, numbers;
  gs_writer writer;
} cleaner;

static void count(tally *kind, uint32_t start, uint32_t stop) {
  if (kind->count++ > 0) return;
  kind->start = start;
  kind->stop = stop;
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
    if ((byte & 0xF0) == 0xE0 && end - at >= 3 && gs_utf8_continues(at[1]) && gs_utf8_continues(at[2])) {
      code_point = (uint32_t)(byte & 0x0F) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
      /* Hangul and ideographs, the better part of a Korean article. No overlong form or surrogate gives a number in
       * here. */
      if ((code_point >= 0xAC00 && code_point <= 0xD7A3) || (code_point >= 0x3400 && code_point <= 0x9FFF)) {
        at += 3;
        continue;
      }
    }
    size_t size = gs_utf8_decode(at, (size_t)(end - at), &code_point);
    if (code_point == GS_INVALID || is_control(code_point) || !gs_nfc_stable(code_point)) return at;
    at += size;
  }
  return at;
}

static bool clean_ampersand(cleaner *c, uint32_t start) {
  gs_entity entity;
  if (start < c->entities_from || !gs_entity_decode((const char *)c->bytes + start, c->length - start, &entity))
    return gs_writer_copy(&c->writer, start, c->at, true);
  uint32_t stop = c->at = start + (uint32_t)entity.length;
  if (entity.replaced) count(&c->numbers, start, stop);
  if (is_control(entity.code_points[0])) {
    count(&c->controls, start, stop);
    return true;
  }
  return gs_writer_put(&c->writer, entity.code_points[0], start, stop) &&
         (entity.code_points[1] == 0 || gs_writer_put(&c->writer, entity.code_points[1], start, stop));
}

static bool clean_control(cleaner *c, uint32_t start) {
  if (c->bytes[start] != '\r') {
    count(&c->controls, start, c->at);
    return true;
  }
  if (c->at < c->length && c->bytes[c->at] == '\n') return true; /* the line feed is the end of the line */
  return gs_writer_put(&c->writer, '\n', start, c->at);
}

static bool clean_invalid(cleaner *c, uint32_t start) {
  count(&c->invalid, start, c->at);
  /* Neighbours share a run: the map of a file of garbage must not be much larger than the file. */
  if (c->after_invalid) return gs_writer_extend(&c->writer, GS_REPLACEMENT, c->at);
  c->after_invalid = true;
  return gs_writer_put(&c->writer, GS_REPLACEMENT, start, c->at);
}

/* At a byte that find_special stopped at. */
static bool clean_special(cleaner *c) {
  uint32_t start = c->at, code_point;
  c->at += (uint32_t)gs_utf8_decode(c->bytes + start, c->length - start, &code_point);
  if (code_point == GS_INVALID) return clean_invalid(c, start);
  c->after_invalid = false;
  if (code_point == '&') return clean_ampersand(c, start);
  if (is_control(code_point)) return clean_control(c, start);
  return gs_writer_copy(&c->writer, start, c->at, false);
}

static bool clean_all(cleaner *c) {
  const unsigned char *end = c->bytes + c->length;
  while (c->length - c->at >= 3 && memcmp(c->bytes + c->at, "\xEF\xBB\xBF", 3) == 0) c->at += 3; /* U+FEFF */
  while (c->at < c->length) {
    uint32_t start = c->at;
    c->at = (uint32_t)(find_special(c->bytes + start, end) - c->bytes);
    if (c->at > start) {
      c->after_invalid = false;
      if (!gs_writer_copy(&c->writer, start, c->at, true)) return false;
    }
    if (c->at < c->length && !clean_special(c)) return false;
  }
  return true;
}

static gisa_status clean_text(cleaner *c, gs_arena *arena, const gs_text *decoded, gs_text *clean) {
  c->bytes = (const unsigned char *)(decoded->length > 0 ? decoded->bytes : "");
  c->length = decoded->length;
  bool done = gs_writer_begin(&c->writer, arena, decoded) && clean_all(c) && gs_writer_end(&c->writer, clean);
  return done ? GISA_OK : c->writer.status;
}

static void report(gs_diagnostics *diagnostics, const gs_text *decoded, const tally *kind, const char *stage,
                   const char *one, const char *many) {
  if (kind->count == 0) return;
  gs_span place = gs_offset_source(&decoded->map, (gs_span){kind->start, kind->stop});
  if (kind->count == 1) {
    gs_diagnose(diagnostics, stage, place.start, place.stop, "1 %s at byte %u", one, (unsigned)place.start);
  } else {
    gs_diagnose(diagnostics, stage, place.start, place.stop, "%u %s, the first at byte %u", (unsigned)kind->count, many,
                (unsigned)place.start);
  }
}

gisa_status gs_text_clean(gs_arena *arena, const gs_text *decoded, uint32_t entities_from, gs_diagnostics *diagnostics,
                          gs_text *clean) {
  cleaner c = {.entities_from = entities_from};
  gisa_status status = clean_text(&c, arena, decoded, clean);
  if (status != GISA_OK) return status;
  report(diagnostics, decoded, &c.invalid, "encoding", "invalid UTF-8 sequence replaced by U+FFFD",
         "invalid UTF-8 sequences replaced by U+FFFD");
  report(diagnostics, decoded, &c.controls, "text", "control character left out", "control characters left out");
  report(diagnostics, decoded, &c.numbers, "text", "character reference to no character replaced by U+FFFD",
         "character references to no character replaced by U+FFFD");
  return GISA_OK;
}

gisa_status gs_text_unescape(gs_arena *arena, const char *bytes, size_t length, const char **unescaped,
                             size_t *unescaped_length) {
  if (length >= UINT32_MAX) return GISA_NO_MEMORY; /* cannot be: it came out of clean text */
  uint32_t size = (uint32_t)length;
  const gs_offset_run all = {0, 0, 1};
  gs_text value = {bytes, size, {&all, 1, size, size}}, clean;
  cleaner c = {.entities_from = 0};
  if (clean_text(&c, arena, &value, &clean) != GISA_OK) return GISA_NO_MEMORY;
  *unescaped = clean.bytes;
  *unescaped_length = clean.length;
  return GISA_OK;
}
