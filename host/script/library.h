/* The modules and word lists of extractors. Each file is read once an engine and kept with what was made of it, for the next extractor
 * that wants it: seven ask for the names and nouns of Korean, and all of them see the same. */
#ifndef GS_SCRIPT_LIBRARY_H
#define GS_SCRIPT_LIBRARY_H

#include "gisa.h"
#include "script/word_set.h"
#include "text/arena.h"

typedef struct gs_library_file {
  struct gs_library_file *next;
  const char *path, *bytes;
  size_t length;
  const char *code; /* the module as this Lua compiled it; NULL where nobody required it yet */
  size_t code_length;
  const gs_word_set *words; /* NULL where nobody asked for them yet */
} gs_library_file;

typedef struct gs_library {
  const char **folders; /* where files are looked for behind the extractor's own folder; NULL-terminated, outlives the library */
  gs_arena memory;      /* of the files and what was made of them: as long as the library */
  gs_library_file *files;
} gs_library;

/* Takes no memory. folders may be set later. */
void gs_library_open(gs_library *library, gs_allocator allocator, const char **folders);
void gs_library_close(gs_library *library);

/* The file at path; *file NULL and GISA_OK where there is none. message (GS_SOURCE_MESSAGE bytes) and errors as in gs_source_read(). */
gisa_status gs_library_read(gs_library *library, const char *path, gs_library_file **file, char *message);

#endif
