/* What a merge takes for one record, case by case: the cases are in merge/statements.txt. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gisa.h"

typedef struct shape {
  const char *name, *identity;
  const char *fields[5];
} shape;

static const shape shapes[] = {
    {"quotes", "[\"text\",\"speaker\"]", {"text", "speaker"}},
    {"attendees", "[\"name\"]", {"name", "role"}},
    {"benchmarks", "[\"model\",\"benchmark\",\"score\",\"unit\"]", {"model", "benchmark", "score", "unit"}},
};

typedef struct text {
  char bytes[65536];
  size_t length;
} text;

static int append(void *context, const char *bytes, size_t length) {
  text *t = context;
  if (length >= sizeof t->bytes - t->length) return -1;
  memcpy(t->bytes + t->length, bytes, length);
  t->length += length;
  t->bytes[t->length] = '\0';
  return 0;
}

static void append_text(text *t, const char *s) {
  append(t, s, strlen(s));
}

static const shape *shape_of(const char *line) {
  for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
    if (strncmp(line, shapes[i].name, strlen(shapes[i].name)) == 0) return &shapes[i];
  cr_assert_fail("no such extractor: %s", line);
  return NULL;
}

/* A result of a document of its own with the one statement of the line. */
static void make_result(const char *line, unsigned number, text *result) {
  char copy[1024], head[256];
  const shape *s = shape_of(line);
  snprintf(copy, sizeof copy, "%s", strchr(line, ':') + 1);
  snprintf(head, sizeof head, "{\"gisa\":1,\"source\":{\"digest\":\"sha256:%u\"},\"made_with\":null,\"article\":{\"id\":\"d%u\"},\"%s\":[{",
           number, number, s->name);
  result->length = 0;
  append_text(result, head);
  char *field = copy;
  for (size_t f = 0; f < 5 && s->fields[f] != NULL; f++) {
    char *bar = strchr(field, '|'), value[1024];
    if (bar != NULL) *bar = '\0';
    while (*field == ' ') field++;
    size_t length = strlen(field);
    while (length > 0 && field[length - 1] == ' ') field[--length] = '\0';
    bool bare = strspn(field, "0123456789.") == length;
    snprintf(value, sizeof value, "\"%s\":%s%s%s,", s->fields[f], bare || strcmp(field, "-") == 0 ? "" : "\"",
             strcmp(field, "-") == 0 ? "null" : field, bare || strcmp(field, "-") == 0 ? "" : "\"");
    append_text(result, value);
    if (bar != NULL) field = bar + 1;
  }
  append_text(result, "\"at\":[1,2]}],\"identity\":{\"");
  append_text(result, s->name);
  append_text(result, "\":");
  append_text(result, s->identity);
  append_text(result, "},\"extractors\":{},\"diagnostics\":[]}");
}

static unsigned count_of(const char *bytes, const char *what) {
  unsigned count = 0;
  for (const char *at = bytes; (at = strstr(at, what)) != NULL; at++) count++;
  return count;
}

static void check(const char *name, gisa_merge *merge, const char *expected) {
  static text written;
  char field[64] = "", conflict[96];
  written.length = 0;
  unsigned wanted = 0;
  sscanf(expected, "> %u conflict %63s", &wanted, field);
  cr_assert_eq(gisa_merge_write(merge, GISA_NDJSON, append, &written), GISA_OK);
  cr_expect_eq(count_of(written.bytes, "\"sources\":[{"), wanted, "%s: wanted %u records in %s", name, wanted, written.bytes);
  snprintf(conflict, sizeof conflict, "\"conflict\":[\"%s\"]", field);
  unsigned conflicts = count_of(written.bytes, "\"conflict\"");
  if (field[0] != '\0')
    cr_expect_eq(count_of(written.bytes, conflict), wanted, "%s: no conflict in %s", name, written.bytes);
  else
    cr_expect_eq(conflicts, 0, "%s: a conflict in %s", name, written.bytes);
}

Test(merge_cases, make_one_record_of_what_is_one) {
  static text result;
  char line[1024], name[1024] = "";
  FILE *cases = fopen(GISA_SOURCE_DIR "/tests/engine/merge/statements.txt", "r");
  cr_assert_not_null(cases);
  gisa_merge *merge = NULL;
  unsigned number = 0, checked = 0;
  while (fgets(line, sizeof line, cases) != NULL) {
    line[strcspn(line, "\n")] = '\0';
    if (line[0] == '#' || line[0] == '\0') continue;
    if (line[0] == '=') {
      gisa_merge_free(merge);
      merge = gisa_merge_new(NULL);
      snprintf(name, sizeof name, "%s", line);
    } else if (line[0] == '>') {
      check(name, merge, line);
      checked++;
    } else {
      make_result(line, number++, &result);
      cr_assert_eq(gisa_merge_add(merge, result.bytes, result.length), GISA_OK, "%s: %s", name, gisa_merge_message(merge));
    }
  }
  gisa_merge_free(merge);
  fclose(cases);
  cr_expect_gt(checked, 10);
}

#define HEAD     "{\"gisa\":1,\"source\":{\"digest\":\"sha256:1\"},\"article\":{\"id\":\"a\"},"
#define QUOTE    "\"q\":[{\"text\":\"말\",\"at\":[0,3]}],\"identity\":{\"q\":[\"text\"]},"
#define TAIL     "\"extractors\":{\"q\":\"ok\"},\"diagnostics\":[]}"
#define MERGED   "{\"gisa\":1,\"merged\":1,\"made_with\":[],\"identity\":{\"q\":[\"text\"]},\"documents\":[{\"id\":\"a\",\"digest\":\"d\"}],"
#define SOURCE   "{\"document\":\"a\",\"at\":[0,3]}"

static const struct refusal {
  const char *bytes, *message; /* NULL: it is taken */
} refusals[] = {
    {HEAD QUOTE TAIL, NULL},
    {"", NULL}, /* a stream of no documents */
    {"{\"gisa\":2}", "is a result of layout 2; this gisa reads 1"},
    {"{}", "is no result of gisa"},
    {"---\n- 1\n", "is no result of gisa"},
    {"{\"gisa\":1,\"line\":3,\"error\":\"is no JSON\"}", "is no result but an error: is no JSON"},
    {HEAD QUOTE "\"extractors\":{\"q\":\"ok\"}}", "parts of the result are missing; is it whole?"},
    {HEAD TAIL, "a result without `identity` can't be merged"},
    {HEAD "\"identity\":{\"q\":[\"text\"]}," TAIL, "there is no list of `q`; is the result whole?"},
    {HEAD "\"q\":[1],\"identity\":{\"q\":[\"text\"]}," TAIL, "record 1 of `q` is none"},
    {HEAD "\"q\":[],\"identity\":{\"q\":[]}," TAIL, "the identity of `q` is no list of fields"},
    {HEAD "\"records\":[],\"identity\":{\"records\":[\"text\"]}," TAIL, "an extractor is called `records`, a name that merging needs"},
    {HEAD "\"q\":[{\"text\":\"말\"}],\"identity\":{\"q\":[\"text\"]}," TAIL, "record 1 of `q` has no place `at`"},
    {HEAD "\"q\":[{\"text\":\"말\",\"at\":[-1,3]}],\"identity\":{\"q\":[\"text\"]}," TAIL, "record 1 of `q` has no place `at`"},
    {HEAD "\"q\":[{\"sources\":1,\"at\":[0,3]}],\"identity\":{\"q\":[\"text\"]}," TAIL, "`q` has a field `sources`, a name that merging needs"},
    {HEAD "\"q\":[],\"identity\":{\"q\":[\"speaker\"]}," TAIL,
     "`q` comes from another version of this extractor, to which other records are the same; make the results again with one version"},
    {HEAD "\"q\":[{\"text\":\"말", "line 1, column 77: premature end of input near '\"말'"},
    {MERGED "\"q\":[],\"records\":{\"q\":0}}", NULL},
    {MERGED "\"q\":[]}", "parts of the merged result are missing; is it whole?"},
    {MERGED "\"q\":[],\"records\":{\"q\":2}}", "the number of `q` is not what the result says; is it whole?"},
    {MERGED "\"q\":[{\"text\":\"말\"}],\"records\":{\"q\":1}}", "record 1 of `q` has no sources"},
    {MERGED "\"q\":[{\"text\":\"말\",\"sources\":[{\"document\":\"b\",\"at\":[0,3]}]}],\"records\":{\"q\":1}}",
     "record 1 of `q` has a source that is not among the documents"},
    {MERGED "\"q\":[{\"text\":\"말\",\"sources\":[{\"document\":\"a\"}]}],\"records\":{\"q\":1}}", "record 1 of `q` has a source without a place"},
    {MERGED "\"q\":[{\"text\":\"말\",\"variants\":{\"text\":[{\"value\":\"말\",\"sources\":[1]}]},\"sources\":[" SOURCE "]}],\"records\":{\"q\":1}}",
     "record 1 of `q` has a variant of a source that is not there"},
    /* Only YAML can spell such names. */
    {"--- " HEAD "\"q\":[{\"te\\0xt\":\"말\",\"at\":[0,3]}],\"identity\":{\"q\":[\"text\"]}," TAIL, "record 1 of `q` is none"},
    {"--- " HEAD "\"q\\0r\":[],\"identity\":{\"q\\0r\":[\"text\"]}," TAIL, "the name `q` of an extractor goes on with a NUL"},
    {"{\"gisa\":1,\"merged\":2}", "is a merged result of another layout; this gisa reads 1"},
};

Test(merge_cases, refuse_what_is_no_whole_result) {
  static text before, after;
  gisa_merge *merge = gisa_merge_new(NULL);
  cr_assert_eq(gisa_merge_add(merge, refusals[0].bytes, strlen(refusals[0].bytes)), GISA_OK);
  cr_assert_eq(gisa_merge_write(merge, GISA_NDJSON, append, &before), GISA_OK);
  for (size_t i = 1; i < sizeof refusals / sizeof *refusals; i++) {
    const struct refusal *r = &refusals[i];
    gisa_status status = gisa_merge_add(merge, r->bytes, strlen(r->bytes));
    cr_expect_eq(status == GISA_OK, r->message == NULL, "%s: %s", r->bytes, gisa_merge_message(merge));
    if (r->message != NULL) cr_expect_str_eq(gisa_merge_message(merge), r->message);
    if (r->message == NULL) continue;
    after.length = 0;
    cr_assert_eq(gisa_merge_write(merge, GISA_NDJSON, append, &after), GISA_OK);
  }
  cr_expect(strstr(after.bytes, "\"records\":{\"q\":1}") != NULL, "%s", after.bytes);
  gisa_merge_free(merge);
}

Test(merge_cases, tell_documents_of_one_id_apart) {
  static text t;
  static const char *const results[] = {
      HEAD QUOTE TAIL,
      "{\"gisa\":1,\"source\":{\"digest\":\"sha256:2\"},\"article\":{\"id\":\"a\"}," QUOTE TAIL,
      "{\"gisa\":1,\"source\":{\"digest\":\"sha256:2\"},\"article\":{\"id\":\"a\"}," QUOTE TAIL,
      "{\"gisa\":1,\"source\":{\"digest\":\"sha256:3\"},\"article\":{\"id\":\"b\"},\"q\":[],\"identity\":{\"q\":[\"text\"]},"
      "\"extractors\":{\"q\":\"limit\"},\"diagnostics\":[]}",
      "{\"gisa\":1,\"source\":{\"digest\":\"sha256:4\"},\"article\":{\"id\":\"c\"},\"q\":[],\"identity\":{\"q\":[\"text\"]},"
      "\"extractors\":{\"q\":\"empty\"},\"diagnostics\":[]}",
  };
  gisa_merge *merge = gisa_merge_new(NULL);
  for (size_t i = 0; i < sizeof results / sizeof *results; i++)
    cr_assert_eq(gisa_merge_add(merge, results[i], strlen(results[i])), GISA_OK, "%s", gisa_merge_message(merge));
  cr_assert_eq(gisa_merge_write(merge, GISA_NDJSON, append, &t), GISA_OK);
  cr_expect_not_null(strstr(t.bytes, "\"sources\":[{\"document\":\"a\",\"digest\":\"sha256:1\",\"at\":[0,3]},"
                                     "{\"document\":\"a\",\"digest\":\"sha256:2\",\"at\":[0,3]}]"), "%s", t.bytes);
  cr_expect_not_null(strstr(t.bytes, "\"id\":\"b\",\"digest\":\"sha256:3\",\"title\":null,\"publisher\":null,"
                                     "\"published_at\":null,\"url\":null,\"failed\":{\"q\":\"limit\"}"), "%s", t.bytes);
  cr_expect_null(strstr(t.bytes, "\"id\":\"c\""), "a document of which nothing is said takes room: %s", t.bytes);
  gisa_merge_free(merge);
}
