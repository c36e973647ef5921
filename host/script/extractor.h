/* An extractor: a Lua file that was loaded, checked field by field, and is ready to be called. */
#ifndef GS_SCRIPT_EXTRACTOR_H
#define GS_SCRIPT_EXTRACTOR_H

#include "record/field.h"
#include "script/state.h"
#include "script/trigger.h"

/* Enough for an error with a path, a line and a traceback of the script's own lines. */
#define GS_SCRIPT_MESSAGE 1024

typedef struct gs_field {
  const char *name, *description;
  gs_field_type type;
} gs_field;

typedef struct gs_literal {
  const char *bytes;
  size_t length;
} gs_literal;

typedef struct gs_extractor {
  gs_arena arena; /* holds everything below */
  gs_state state;
  const char *path, *home;
  const char *name, *version, *summary;
  const char **needs;
  uint32_t need_count;
  gs_literal *triggers;
  uint32_t trigger_count;
  gs_field *fields;
  uint32_t field_count;
  uint32_t *identity; /* indexes into fields */
  uint32_t identity_count;
  const void **field_keys; /* where the state's interned names of the fields lie, to tell keys by address */
  const void *at_key;
} gs_extractor;

/* Loads the extractor at path (…/NAME/extractor.lua). patterns and library must outlive it. On failure message tells file, line or field,
 * and what to do, and nothing is left behind: GISA_EXTRACTOR or GISA_NO_MEMORY. */
gisa_status gs_extractor_load(gs_extractor *extractor, const char *path, gs_allocator allocator, const gs_limits *limits,
                              struct gs_patterns *patterns, struct gs_library *library, char *message);
void gs_extractor_free(gs_extractor *extractor);

/* Sets a key of the extractor's configuration from its spelling on a command line. The key must be in its `config` table, and the value
 * is read as the type of the default there. GISA_USAGE with a message. */
gisa_status gs_extractor_configure(gs_extractor *extractor, const char *key, const char *value, char *message);

/* Sets *settings to the extractor's settings as they are, `limit = 3`, in the order of their bytes; tables among them only by their kind. In the
 * arena. Returns their number: 0 also when memory is out. */
size_t gs_extractor_settings(gs_extractor *extractor, gs_arena *arena, const char ***settings);

/* Whether one of the triggers occurs in the document's body or title, both of which filter has taken in; true where there are no triggers. */
bool gs_extractor_triggered(const gs_extractor *extractor, const gs_document *document, const gs_trigger_filter *filter);

/* Puts extractors in an order in which each stands behind those it needs; among the free ones by name. Those that are in a
 * cycle, or need something that is not there, are left out: for each of them report is called with a message that names the chain.
 * Returns how many are in order[], or UINT32_MAX when memory is out. */
typedef void gs_order_problem(void *context, const gs_extractor *extractor, const char *message);
uint32_t gs_extractor_order(gs_arena *arena, gs_extractor *const *extractors, uint32_t count, gs_extractor **order,
                            gs_order_problem *report, void *context);

/* The known word that is nearest to word, for "did you mean": NULL where none is near. */
const char *gs_nearest(const char *word, const char *const *known, size_t count);

#endif
