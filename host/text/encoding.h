/* The encodings that are not UTF-8. */
#ifndef GS_TEXT_ENCODING_H
#define GS_TEXT_ENCODING_H

#include "text/offset_map.h"

/* Text in UTF-8 that grows with its map as an encoding is decoded. */
typedef struct gs_transcript {
  gs_arena *arena;
  char *bytes;
  size_t length, capacity;
  gs_map_builder map;
  uint32_t replaced;                      /* pieces of the source that became U+FFFD */
  uint32_t replaced_start, replaced_stop; /* the first of them, in the source */
  gisa_status status;                     /* why a call returned false: GISA_NO_MEMORY or GISA_TOO_LARGE */
  bool after_replaced;                    /* the last thing written was a U+FFFD for bytes that do not decode */
} gs_transcript;

/* Appends length (at most 16) bytes of UTF-8 for the source from start to stop. False when memory is out or the text
 * too large for an offset map. */
bool gs_transcript_add(gs_transcript *transcript, const char *bytes, size_t length, uint32_t start, uint32_t stop,
                       const char *source);

/* Appends one U+FFFD for source that does not decode. Neighbours share a run: a map of garbage must not outgrow it. */
bool gs_transcript_replace(gs_transcript *transcript, uint32_t start, uint32_t stop);

/* UTF-16 (unit 2) or UTF-32 (unit 4) from the byte offset start of source on. */
bool gs_decode_wide(gs_transcript *transcript, const char *source, uint32_t start, uint32_t length, unsigned unit,
                    bool big_endian);

/* Any encoding that iconv knows by name, from the byte offset start on. GISA_ENCODING where it
 * knows none. */
gisa_status gs_decode_named(gs_transcript *transcript, const char *name, const char *source, uint32_t start,
                            uint32_t length);

/* Whether iconv knows name. */
bool gs_encoding_known(const char *name);

#endif
