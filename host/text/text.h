/* Bytes to clean text: valid UTF-8 in NFC, HTML entities decoded, no control
 * characters but tab and newline, and a map from every place in it back to the
 * bytes of the source. The rooms to the right see only clean text. */
#ifndef GS_TEXT_TEXT_H
#define GS_TEXT_TEXT_H

#include <stdint.h>

#include "gisa.h"
#include "text/arena.h"
#include "text/diagnostic.h"

/* A piece of a clean text: byte offsets, stop excluded, both on code point boundaries. */
typedef struct gs_span {
  uint32_t start, stop;
} gs_span;

/* From clean text to source, as runs in ascending order. A run begins at text and
 * at source and lasts to the next run's beginning. In a straight run both sides have
 * the same bytes, so offsets differ by a constant; any other run stands for its source bytes
 * as a whole (an entity, a composed letter, a repaired byte). A text without changes is one run. */
typedef struct gs_offset_run {
  uint32_t text, source;
  uint32_t straight; /* 1 or 0 */
} gs_offset_run;

typedef struct gs_offset_map {
  const gs_offset_run *runs;
  size_t count;
  uint32_t text_length, source_length;
} gs_offset_map;

typedef struct gs_text {
  const char *bytes; /* clean text has a NUL behind the last, decoded text need not */
  uint32_t length;
  gs_offset_map map;
} gs_text;

/* The UTF-8 of a source in another encoding, or the source itself (same pointer) where it is UTF-8.
 * encoding is an iconv name or NULL: a BOM then decides (UTF-8, UTF-16, UTF-32), else UTF-8, unless
 * the bytes are not that and look like and decode as a legacy encoding (CP949, CP932, GB18030, …).
 * The map leads from the UTF-8 to the source. A BOM is not part of what comes back: a run maps past it.
 * A BOM also wins over a name that says otherwise, with a diagnostic. GISA_ENCODING: the name is unknown.
 * GISA_TOO_LARGE: offsets would not fit (length or decoded length of UINT32_MAX or more). Bytes that do not decode
 * become U+FFFD and a diagnostic. */
gisa_status gs_text_decode(gs_arena *arena, const char *source, size_t length, const char *encoding,
                           gs_diagnostics *diagnostics, gs_text *decoded);

/* The clean text of a decoded one (which need not be valid UTF-8 yet). Entities are decoded from the byte
 * offset entities_from of decoded on: front matter is YAML first, and `"&quot;…"` must reach it
 * undecoded. The map of what comes back leads to the original source, through decoded's own map.
 * Every kind of repair is one diagnostic with its number and first place. Errors: GISA_NO_MEMORY, GISA_TOO_LARGE. */
gisa_status gs_text_clean(gs_arena *arena, const gs_text *decoded, uint32_t entities_from, gs_diagnostics *diagnostics,
                          gs_text *clean);

/* The same for a value that was taken out of clean text (a front matter scalar): entities decoded, NFC.
 * No map and no diagnostics. GISA_NO_MEMORY is the one error. */
gisa_status gs_text_unescape(gs_arena *arena, const char *bytes, size_t length, const char **unescaped,
                             size_t *unescaped_length);

/* The bytes of the source that a piece of clean text came from, as offsets into the source. An empty piece
 * gives an empty range. Cost: two binary searches over the runs. */
gs_span gs_offset_source(const gs_offset_map *map, gs_span piece);

#endif
