/* YAML between `---` lines at the start of a file, and what crawlers make of it. */
#ifndef GS_DOCUMENT_FRONT_MATTER_H
#define GS_DOCUMENT_FRONT_MATTER_H

#include "document/document.h"

typedef struct gs_front_matter {
  gs_span yaml;  /* the lines between the `---` lines */
  uint32_t stop; /* where the rest of the text begins; 0: there is no front matter */
  bool closed; /* false: the closing `---` is missing, yaml ends at the first line that does not look like front matter
                */
} gs_front_matter;

/* Finds the front matter of a text, clean or not: lines may end in LF, CRLF or CR. A `---` line without a key below it
 * is a rule, not front matter. */
gs_front_matter gs_front_matter_find(const char *bytes, uint32_t length);

/* A key at the start of a line in front matter: its bytes without quotation marks, and where its value begins. */
typedef struct gs_front_matter_key {
  const char *bytes;
  uint32_t length; /* 0: the line begins no key */
  uint32_t value;  /* offset from the line's start */
} gs_front_matter_key;

gs_front_matter_key gs_front_matter_key_at(const char *line, size_t length);

/* What reading needs to know, strict or lenient. */
typedef struct gs_front_matter_reader {
  gs_arena *arena;
  const gs_text *text;
  uint32_t depth; /* most levels of nesting */
  gs_diagnostics *diagnostics;
} gs_front_matter_reader;

/* Why libyaml or the caps refused a text. line counts from 0 within the text that was read. */
typedef struct gs_yaml_fault {
  char message[160];
  uint32_t line;
} gs_yaml_fault;

/* Reads piece as one YAML map: scalars as strings as written, plain `~`, `null` and nothing as null. NULL with
 * fault filled: it is not such a map. NULL with fault->message empty: memory is out. Of equal keys the first counts. */
gs_value *gs_strict_read(const gs_front_matter_reader *reader, gs_span piece, gs_yaml_fault *fault);

/* Reads piece key by key whatever it holds; each repair is a diagnostic. NULL: memory is out. */
gs_value *gs_lenient_read(const gs_front_matter_reader *reader, gs_span piece);

/* Reads front matter: strictly where it is YAML, else leniently. NULL: memory is out. */
gs_value *gs_front_matter_read(const gs_front_matter_reader *reader, const gs_front_matter *found);

/* Adds a diagnostic of stage "front-matter" about a piece of the clean text. */
void gs_front_matter_diagnose(const gs_front_matter_reader *reader, gs_span piece, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The line of piece with this number, from 0; the last one where there are fewer. */
gs_span gs_front_matter_line(const gs_text *text, gs_span piece, uint32_t number);

/* A scalar as a value, entities decoded. NULL: memory is out. */
gs_value *gs_front_matter_scalar(gs_arena *arena, const char *bytes, size_t length);

#endif
