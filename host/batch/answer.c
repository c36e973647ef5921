#include "batch/answer.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "batch/json_line.h"

static int append(const char *bytes, size_t length, void *results) {
  batch_bytes_add(results, bytes, length);
  return ((batch_bytes *)results)->failed ? -1 : 0;
}

void batch_answer_error(batch_bytes *results, const batch_document *document, const char *message) {
  char id[512] = "";
  const char *colon = strrchr(document->path, ':');
  json_int_t line = colon == NULL ? 0 : strtoll(colon + 1, NULL, 10);
  if (document->kind == BATCH_LINE) batch_json_line_id(document->bytes, document->length, id, sizeof id);
  size_t before = results->length;
  json_t *answer = json_pack("{s:i, s:I}", "gisa", 1, "line", line);
  if (id[0] != '\0') json_object_set_new(answer, "id", json_string(id));
  /* A message may quote bytes that are no UTF-8; then it can't be told, but that there was one can. */
  json_t *text = json_string(message);
  json_object_set_new(answer, "error", text != NULL ? text : json_string("cannot be extracted"));
  if (answer == NULL || json_dump_callback(answer, append, results, JSON_COMPACT) != 0) {
    static const char plain[] = "{\"gisa\":1,\"error\":\"out of memory\"}";
    results->length = before;
    results->failed = false;
    batch_bytes_add(results, plain, sizeof plain - 1);
  }
  batch_bytes_add(results, "\n", 1);
  json_decref(answer);
}
