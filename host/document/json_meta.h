/* Front matter that comes as JSON, beside the text: the other keys of an NDJSON record. */
#ifndef GS_DOCUMENT_JSON_META_H
#define GS_DOCUMENT_JSON_META_H

#include "gisa.h"
#include "record/value.h"

/* Sets the keys of a JSON object in meta, over those that are there; scalars become strings as front matter has them. depth: most levels of
 * nesting. GISA_USAGE: it is no JSON object, or deeper; message (at least 256 bytes) tells. GISA_NO_MEMORY. */
gisa_status gs_json_meta_add(gs_arena *arena, gs_value *meta, const char *json, size_t length, uint32_t depth,
                             char *message);

#endif
