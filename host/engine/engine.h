/* The engine's inside, for the files of this room. */
#ifndef GS_ENGINE_ENGINE_H
#define GS_ENGINE_ENGINE_H

#include "gisa.h"
#include "script/call.h"
#include "script/library.h"
#include "script/pattern_cache.h"
#include "script/trace.h"
#include "text/digest.h"

/* Failures that a result lists by their text. An engine has rarely more extractors; the rest only counts. */
#define GS_MAX_FAILURES 32

struct gisa_result {
  const gisa_engine *engine;
  gs_arena *arena;
  gs_value *root;
  size_t failures;
  const char *failure[GS_MAX_FAILURES];
};

/* An extractor of the engine. Its records of the document at hand stay for those that need them. */
typedef struct gs_member {
  gs_extractor extractor;
  bool chosen;
  gs_records records;
  gs_call_status status;
  uint8_t settings[GS_DIGEST_BYTES]; /* of all that was set by gisa_engine_set(), in turn */
  const char *problem; /* message of an error or a spent limit */
} gs_member;

/* An extractor that can't be used: results say so. */
typedef struct gs_broken {
  const char *name; /* of its folder */
  bool chosen;
} gs_broken;

/* Somebody who asks why: hears of the calls of one extractor. begins gets the document: a copy
 * of it may be kept as long as the result. */
typedef struct gs_listener {
  const char *extractor; /* its name */
  void (*begins)(void *context, const gs_document *document, bool triggered);
  gs_note_fn *note;
  gs_trace trace; /* its context is every function's */
} gs_listener;

struct gisa_engine {
  gs_allocator allocator;
  gisa_limits limits;
  gs_arena kept;    /* lives as long as the engine: paths, names, the order */
  gs_arena scratch; /* one document */
  gs_patterns patterns;
  const char **folders;   /* of extractors, in the order in which they were added */
  gs_library library;     /* of FOLDER/lib of each, the last added first */
  size_t folder_count;
  const char *chosen; /* names with commas, or NULL */
  bool loaded;
  gs_member **members; /* in the order in which they run */
  uint32_t member_count;
  gs_member **loaded_members; /* all that were loaded, also those that are in no order */
  uint32_t loaded_count;
  gs_broken *broken;
  uint32_t broken_count;
  gisa_result result;
  gs_trigger_filter triggers; /* of the document at hand */
  gisa_watch_fn *watch;
  void *watch_context;
  const char *configuration_path; /* of the file below */
  const gs_value *settings;       /* its `extractors`; NULL for none */
  const gs_listener *listener; /* NULL for nobody */
  uint8_t made_with[GS_DIGEST_BYTES]; /* of all that was loaded and set */
  bool digested;                      /* made_with is that */
  char digest[GS_DIGEST_TEXT + 1 + GS_DIGEST_BYTES]; /* with what an input adds to it */
  char *message;
  size_t message_length;
};

/* Sets (or, with add, goes on with) the engine's message and returns status. */
gisa_status gs_engine_fail(gisa_engine *engine, gisa_status status, bool add, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The limits as each room wants them. */
void gs_limits_default(gisa_limits *to);
gs_limits gs_limits_of_call(const gisa_limits *from);
gs_document_limits gs_limits_of_document(const gisa_limits *from);

/* Sets a key of a member's configuration from text; message as in gs_extractor_configure. */
gisa_status gs_member_set(gisa_engine *engine, gs_member *member, const char *key, const char *value, char *message);

/* Sets what the configuration file says of extractors, once they are loaded. */
gisa_status gs_configuration_apply(gisa_engine *engine);

/* Builds the result's tree from what the members left. NULL when memory is out. */
gs_value *gs_result_build(gisa_engine *engine, const gisa_input *input, gs_value *article,
                          const gs_document *document, const gs_diagnostics *diagnostics);

/* Tells whoever watches that a stage begins. */
static inline void gs_engine_pass(gisa_engine *engine, gisa_stage stage, size_t extractor) {
  if (engine->watch != NULL) engine->watch(engine->watch_context, stage, extractor);
}

/* The file name in path without folder and extension, in the arena; "" for none. NULL when memory is out. */
const char *gs_path_stem(gs_arena *arena, const char *path);

#endif
