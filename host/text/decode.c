/* Which encoding a source is in, and the way to UTF-8 from there. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "text/detect.h"
#include "text/encoding.h"
#include "text/utf8.h"

typedef enum scheme { SCHEME_UTF_8, SCHEME_WIDE, SCHEME_NAMED } scheme;

typedef struct encoding {
  scheme scheme;
  unsigned unit; /* bytes of a code unit, where wide */
  bool big_endian;
  const char *name; /* for iconv and for messages */
} encoding;

typedef struct byte_order_mark {
  const char *bytes;
  uint32_t length;
  encoding encoding;
} byte_order_mark;

/* UTF-32 before UTF-16, whose mark begins the same. */
static const byte_order_mark byte_order_marks[] = {
    {"\xEF\xBB\xBF", 3, {SCHEME_UTF_8, 1, false, "UTF-8"}}, {"\xFF\xFE\0\0", 4, {SCHEME_WIDE, 4, false, "UTF-32"}},
    {"\0\0\xFE\xFF", 4, {SCHEME_WIDE, 4, true, "UTF-32"}},  {"\xFF\xFE", 2, {SCHEME_WIDE, 2, false, "UTF-16"}},
    {"\xFE\xFF", 2, {SCHEME_WIDE, 2, true, "UTF-16"}},
};

typedef struct encoding_name {
  const char *name; /* upper case without - _ . and space */
  encoding encoding;
} encoding_name;

/* Without a BOM to say otherwise, UTF-16 and UTF-32 are little-endian: that is what is found in the wild. */
static const encoding_name encoding_names[] = {
    {"UTF8", {SCHEME_UTF_8, 1, false, "UTF-8"}},
    {"ASCII", {SCHEME_UTF_8, 1, false, "UTF-8"}},
    {"USASCII", {SCHEME_UTF_8, 1, false, "UTF-8"}},
    {"UTF16", {SCHEME_WIDE, 2, false, "UTF-16"}},
    {"UTF16LE", {SCHEME_WIDE, 2, false, "UTF-16"}},
    {"UTF16BE", {SCHEME_WIDE, 2, true, "UTF-16"}},
    {"UCS2", {SCHEME_WIDE, 2, false, "UTF-16"}},
    {"UCS2LE", {SCHEME_WIDE, 2, false, "UTF-16"}},
    {"UCS2BE", {SCHEME_WIDE, 2, true, "UTF-16"}},
    {"UTF32", {SCHEME_WIDE, 4, false, "UTF-32"}},
    {"UTF32LE", {SCHEME_WIDE, 4, false, "UTF-32"}},
    {"UTF32BE", {SCHEME_WIDE, 4, true, "UTF-32"}},
    {"UCS4", {SCHEME_WIDE, 4, false, "UTF-32"}},
    {"UCS4LE", {SCHEME_WIDE, 4, false, "UTF-32"}},
    {"UCS4BE", {SCHEME_WIDE, 4, true, "UTF-32"}},
    /* What calls itself EUC-KR is CP949, which adds the syllables that EUC-KR lacks (똠, 펲). */
    {"EUCKR", {SCHEME_NAMED, 1, false, "CP949"}},
    {"KSC56011987", {SCHEME_NAMED, 1, false, "CP949"}},
    {"KSC5601", {SCHEME_NAMED, 1, false, "CP949"}},
    {"MS949", {SCHEME_NAMED, 1, false, "CP949"}},
    {"WINDOWS949", {SCHEME_NAMED, 1, false, "CP949"}},
};

/* What is written in many ways: Utf-8, utf8, UTF_8. */
static void fold_name(const char *name, char *folded, size_t size) {
  size_t length = 0;
  for (; *name && length + 1 < size; name++)
    if (!strchr("-_. ", *name)) folded[length++] = (char)toupper((unsigned char)*name);
  folded[length] = '\0';
}

static encoding named_encoding(const char *name) {
  char folded[32];
  fold_name(name, folded, sizeof folded);
  for (size_t i = 0; i < sizeof encoding_names / sizeof *encoding_names; i++)
    if (strcmp(encoding_names[i].name, folded) == 0) return encoding_names[i].encoding;
  return (encoding){SCHEME_NAMED, 1, false, name};
}

static const byte_order_mark *find_mark(const char *source, size_t length) {
  for (size_t i = 0; i < sizeof byte_order_marks / sizeof *byte_order_marks; i++) {
    const byte_order_mark *mark = &byte_order_marks[i];
    if (length >= mark->length && memcmp(source, mark->bytes, mark->length) == 0) return mark;
  }
  return NULL;
}

/* The UTF-8 of a source that is UTF-8 already, from start on. */
static gisa_status keep(gs_arena *arena, const char *source, uint32_t start, uint32_t length, gs_text *decoded) {
  gs_map_builder map;
  gs_map_begin(&map, arena);
  decoded->bytes = source + start;
  decoded->length = length - start;
  bool done = gs_map_add(&map, 0, start, true) && gs_map_end(&map, length - start, length, &decoded->map);
  return done ? GISA_OK : GISA_NO_MEMORY;
}

static void report(const gs_transcript *transcript, const char *name, gs_diagnostics *diagnostics) {
  uint32_t start = transcript->replaced_start, stop = transcript->replaced_stop;
  if (transcript->replaced == 1) {
    gs_diagnose(diagnostics, "encoding", start, stop, "1 invalid %s sequence replaced by U+FFFD at byte %u", name,
                (unsigned)start);
  } else if (transcript->replaced > 1) {
    gs_diagnose(diagnostics, "encoding", start, stop,
                "%u invalid %s sequences replaced by U+FFFD, the first at byte %u", (unsigned)transcript->replaced,
                name, (unsigned)start);
  }
}

static gisa_status transcribe(gs_transcript *transcript, const encoding *from, const char *source, uint32_t start,
                              uint32_t length) {
  /* Hangul grows by half from two bytes to three; Latin letters stay or shrink. */
  transcript->capacity = (size_t)length + length / 2 + 1;
  transcript->bytes = gs_arena_alloc(transcript->arena, transcript->capacity);
  if (!transcript->bytes) return GISA_NO_MEMORY;
  transcript->bytes[0] = '\0';
  gs_map_begin(&transcript->map, transcript->arena);
  if (from->scheme == SCHEME_NAMED) return gs_decode_named(transcript, from->name, source, start, length);
  bool done = gs_decode_wide(transcript, source, start, length, from->unit, from->big_endian);
  return done ? GISA_OK : transcript->status;
}

/* Text in which more than one character of this many does not decode is not in the encoding that it was taken for. */
#define ONE_WRONG_IN 100

static gisa_status finish(gs_transcript *transcript, const char *name, uint32_t length, gs_diagnostics *diagnostics,
                          gs_text *decoded) {
  report(transcript, name, diagnostics);
  decoded->bytes = transcript->bytes;
  decoded->length = (uint32_t)transcript->length;
  bool done = gs_map_end(&transcript->map, decoded->length, length, &decoded->map);
  return done ? GISA_OK : GISA_NO_MEMORY;
}

/* Tries the encoding that the bytes look like. decoded->bytes stays NULL where they are none of it. */
static gisa_status guess(gs_arena *arena, const char *source, uint32_t length, gs_diagnostics *diagnostics,
                         gs_text *decoded) {
  decoded->bytes = NULL;
  const char *name = gs_encoding_detect(source, length);
  if (!name || !gs_encoding_known(name)) return GISA_OK;
  encoding from = {SCHEME_NAMED, 1, false, name};
  gs_transcript transcript = {.arena = arena, .status = GISA_NO_MEMORY};
  gisa_status status = transcribe(&transcript, &from, source, 0, length);
  if (status != GISA_OK) return status;
  if (transcript.replaced > transcript.length / 3 / ONE_WRONG_IN) return GISA_OK;
  gs_diagnose(diagnostics, "encoding", GS_NOWHERE, GS_NOWHERE, "is not UTF-8: read as %s, which it looks like", name);
  return finish(&transcript, name, length, diagnostics, decoded);
}

gisa_status gs_text_decode(gs_arena *arena, const char *source, size_t length, const char *name,
                           gs_diagnostics *diagnostics, gs_text *decoded) {
  if (length >= UINT32_MAX) return GISA_TOO_LARGE;
  encoding from = {SCHEME_UTF_8, 1, false, "UTF-8"};
  if (name) from = named_encoding(name);
  uint32_t start = 0;
  const byte_order_mark *mark = find_mark(source, length);
  if (mark) {
    if (from.scheme == SCHEME_NAMED && !gs_encoding_known(from.name)) return GISA_ENCODING;
    if (name && from.scheme != mark->encoding.scheme)
      gs_diagnose(diagnostics, "encoding", 0, mark->length, "read as %s, as its byte order mark says, not as %s",
                  mark->encoding.name, name);
    from = mark->encoding;
    start = mark->length;
  }
  if (!name && !mark && !gs_is_utf8(source, length)) {
    gisa_status status = guess(arena, source, (uint32_t)length, diagnostics, decoded);
    if (status != GISA_OK || decoded->bytes) return status;
  }
  if (from.scheme == SCHEME_UTF_8) return keep(arena, source, start, (uint32_t)length, decoded);
  gs_transcript transcript = {.arena = arena, .status = GISA_NO_MEMORY};
  gisa_status status = transcribe(&transcript, &from, source, start, (uint32_t)length);
  if (status != GISA_OK) return status;
  return finish(&transcript, from.name, (uint32_t)length, diagnostics, decoded);
}
