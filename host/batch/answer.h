/* What a document of a stream that can't be extracted is answered with. */
#ifndef BATCH_ANSWER_H
#define BATCH_ANSWER_H

#include "batch/bytes.h"
#include "batch/chunk.h"

/* Appends `{"gisa":1,"line":3,"id":"…","error":"…"}` and a newline. The line is what stands behind the last colon of the document's path; the id is
 * that of its record, and left out where there is none. */
void batch_answer_error(batch_bytes *results, const batch_document *document, const char *message);

#endif
