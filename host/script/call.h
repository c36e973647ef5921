/* One call of one extractor on one document, and the records that came of it. */
#ifndef GS_SCRIPT_CALL_H
#define GS_SCRIPT_CALL_H

#include "script/extractor.h"

/* One field of one record. */
typedef struct gs_fact {
  gs_value *value;      /* as it is written out: a span as its text; NULL where the field is absent */
  const gs_span *spans; /* where it stands; none for a declared value */
  uint32_t span_count;
} gs_fact;

typedef struct gs_record {
  gs_span at;     /* in the clean text */
  gs_fact *facts; /* one for each field of the extractor */
} gs_record;

typedef struct gs_records {
  gs_record *items;
  uint32_t count;
} gs_records;

/* The records of one extractor that another needs. */
typedef struct gs_needed {
  const gs_extractor *extractor;
  gs_records records;
} gs_needed;

typedef enum gs_call_status { GS_CALL_OK, GS_CALL_EMPTY, GS_CALL_SKIPPED, GS_CALL_ERROR, GS_CALL_LIMIT } gs_call_status;

/* "ok", "empty", "skipped", "error", "limit". */
const char *gs_call_status_name(gs_call_status status);

/* Calls extract(doc, config). records and message (GS_SCRIPT_MESSAGE bytes, set for ERROR and LIMIT) are the result; records lie in arena. */
gs_call_status gs_extractor_call(gs_extractor *extractor, gs_arena *arena, const gs_document *document, const char *id,
                                 const gs_needed *needed, uint32_t needed_count, gs_note_fn *note, void *note_context,
                                 gs_records *records, char *message);

/* Reads the value that extract() returned, at the top of the stack, into records. Raises for a record that does not fit the fields. */
void gs_read_records(lua_State *lua, const gs_extractor *extractor, gs_arena *arena, gs_records *records);

#endif
