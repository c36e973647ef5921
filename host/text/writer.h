/* Clean text as it grows, in NFC, with its map to the source. */
#ifndef GS_TEXT_WRITER_H
#define GS_TEXT_WRITER_H

#include "text/normal_form.h"
#include "text/offset_map.h"

/* What is written stands for pieces of a decoded text, given by byte offsets into it that rise from call to call. What
 * is between two pieces was dropped and belongs to neither. */
typedef struct gs_writer {
  gs_arena *arena;
  const gs_text *decoded;
  char *bytes;
  uint32_t length;
  size_t capacity;
  uint32_t stop;    /* of the last piece of decoded that left something */
  size_t run;       /* of decoded's map: the one that the current piece is in, or one before it */
  uint32_t segment; /* offset of the last stable code point while unstable ones follow it, else GS_NO_SEGMENT */
  gs_map_builder map;
  gs_nfc nfc;
  gisa_status status; /* why a call returned false: GISA_NO_MEMORY or GISA_TOO_LARGE */
} gs_writer;

#define GS_NO_SEGMENT UINT32_MAX

bool gs_writer_begin(gs_writer *writer, gs_arena *arena, const gs_text *decoded);

/* Copies decoded from start to stop: any number of stable code points (stable true), or some that are not. */
bool gs_writer_copy(gs_writer *writer, uint32_t start, uint32_t stop, bool stable);

/* Writes one code point that stands for decoded from start to stop as a whole. */
bool gs_writer_put(gs_writer *writer, uint32_t code_point, uint32_t start, uint32_t stop);

/* Writes one stable code point more for the run of the last gs_writer_put, which now reaches to stop. */
bool gs_writer_extend(gs_writer *writer, uint32_t code_point, uint32_t stop);

/* The finished text. */
bool gs_writer_end(gs_writer *writer, gs_text *clean);

#endif
