/* The engine: order, isolation, results. The extractors are in plugins/, beside this file. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "gisa.h"

#define PLUGINS GISA_SOURCE_DIR "/tests/engine/plugins"

static const char article[] = "---\nid: a-1\n---\n첫 문장이다. 둘째도 있다.\n";

typedef struct text {
  char bytes[16384];
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

static gisa_engine *open_engine(const char *chosen, gisa_status wanted) {
  gisa_engine *engine = gisa_engine_new(NULL);
  cr_assert_not_null(engine);
  cr_assert_eq(gisa_engine_add_plugins(engine, PLUGINS "/"), GISA_OK);
  if (chosen != NULL) cr_assert_eq(gisa_engine_choose(engine, chosen), GISA_OK);
  gisa_status status = gisa_engine_load(engine);
  cr_assert_eq(status, wanted, "%s", gisa_engine_message(engine));
  return engine;
}

static gisa_result *extract(gisa_engine *engine, text *written) {
  gisa_result *result;
  gisa_input input = {.bytes = article, .length = sizeof article - 1, .path = "news/a.md"};
  cr_assert_eq(gisa_extract(engine, &input, &result), GISA_OK, "%s", gisa_engine_message(engine));
  written->length = 0;
  cr_assert_eq(gisa_result_write(result, GISA_NDJSON, append, written), GISA_OK);
  return result;
}

static void holds(const text *t, const char *wanted) {
  cr_expect_not_null(strstr(t->bytes, wanted), "wanted: %s\n in: %s", wanted, t->bytes);
}

#define GOOD "\"good\":[{\"ending\":\"이다.\",\"number\":1,\"at\":["

Test(engine, gives_records_with_their_places) {
  gisa_engine *engine = open_engine("good,reader", GISA_EXTRACTOR);
  text t;
  gisa_result *result = extract(engine, &t);
  cr_expect_eq(gisa_result_failures(result), 0);
  holds(&t, "{\"gisa\":1,\"source\":{\"path\":\"news/a.md\",\"bytes\":");
  holds(&t, "\"article\":{\"id\":\"a-1\"");
  holds(&t, GOOD);
  holds(&t, "\"reader\":[{\"before\":\"문장\",\"joined\":\"문장 이다.\",\"all\":[\"이다.\",\"이다.\"],\"count\":\"하나\"");
  holds(&t, "\"count\":2.5");
  holds(&t, "\"extractors\":{\"good\":\"ok\",\"reader\":\"ok\"},\"diagnostics\":[]}");
  gisa_engine_free(engine);
}

Test(engine, runs_what_is_needed_but_shows_what_was_chosen) {
  gisa_engine *engine = open_engine("reader", GISA_EXTRACTOR);
  text t;
  extract(engine, &t);
  holds(&t, "\"extractors\":{\"reader\":\"ok\"}");
  cr_expect_null(strstr(t.bytes, "\"good\""));
  gisa_engine_free(engine);
}

Test(engine, costs_a_failing_extractor_its_own_records_only) {
  gisa_engine *engine = open_engine(NULL, GISA_EXTRACTOR);
  const char *message = gisa_engine_message(engine);
  static const char *const told[] = {
      "plugins/broken_syntax/extractor.lua:2: unexpected symbol near <eof>",
      "plugins/ring_a/extractor.lua: needs: ring_a → ring_b → ring_a, a cycle",
      "plugins/lonely/extractor.lua: needs: lonely → nobody, which is not there",
  };
  for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) cr_expect_not_null(strstr(message, told[i]), "%s", message);
  text t;
  gisa_result *result = extract(engine, &t);
  holds(&t, GOOD);
  holds(&t, "\"fails\":[],");
  holds(&t, "\"wrong_type\":[],");
  holds(&t, "\"extractors\":{\"fails\":\"error\",\"good\":\"ok\",\"hungry\":\"limit\",\"reader\":\"ok\",\"wrong_type\":\"error\","
            "\"broken_syntax\":\"error\",\"lonely\":\"error\",\"ring_a\":\"error\",\"ring_b\":\"error\"}");
  holds(&t, "wrong_type record 2: field 'n' is string \\\"many\\\", wanted number");
  holds(&t, "the limit of 5000000 instructions is spent");
  holds(&t, "fails/extractor.lua:4: attempt to index a nil value (local 'nothing')");
  cr_expect_eq(gisa_result_failures(result), 3);
  cr_expect(strncmp(gisa_result_failure(result, 0), "fails: error: ", 14) == 0);
  cr_expect_null(gisa_result_failure(result, 3));
  gisa_engine_free(engine);
}

Test(engine, gives_the_same_bytes_again) {
  gisa_engine *engine = open_engine(NULL, GISA_EXTRACTOR);
  text *first = malloc(sizeof *first), *again = malloc(sizeof *again);
  extract(engine, first);
  for (int i = 0; i < 3; i++) extract(engine, again);
  cr_expect_str_eq(first->bytes, again->bytes);
  free(first);
  free(again);
  gisa_engine_free(engine);
}

Test(engine, refuses_calls_that_make_no_sense) {
  gisa_engine *engine = gisa_engine_new(NULL);
  gisa_result *result;
  cr_expect_eq(gisa_extract(engine, &(gisa_input){.bytes = ""}, &result), GISA_USAGE);
  cr_expect_str_eq(gisa_engine_message(engine), "no extractors are loaded yet");
  cr_expect_eq(gisa_engine_add_plugins(engine, "/nowhere"), GISA_IO);
  cr_expect_str_eq(gisa_engine_message(engine), "/nowhere: no such folder of extractors");
  cr_expect_eq(gisa_engine_load(engine), GISA_USAGE);
  cr_expect_str_eq(gisa_engine_message(engine), "no extractors found; add a folder that holds NAME/extractor.lua");
  gisa_engine_free(engine);

  engine = gisa_engine_new(NULL);
  gisa_engine_add_plugins(engine, PLUGINS);
  gisa_engine_choose(engine, "good,redaer");
  cr_expect_eq(gisa_engine_load(engine), GISA_USAGE);
  cr_expect_str_eq(gisa_engine_message(engine), "there is no extractor 'redaer'; did you mean 'reader'?");
  gisa_engine_free(engine);

  engine = open_engine(NULL, GISA_EXTRACTOR);
  cr_expect_eq(gisa_engine_set(engine, "good", "1"), GISA_USAGE);
  cr_expect_str_eq(gisa_engine_message(engine), "'good' is no setting; wanted EXTRACTOR.KEY");
  cr_expect_eq(gisa_engine_set(engine, "bad.key", "1"), GISA_USAGE);
  cr_expect_str_eq(gisa_engine_message(engine), "'bad.key': there is no extractor 'bad'");
  cr_expect_eq(gisa_engine_set(engine, "good.key", "1"), GISA_USAGE);
  cr_expect_str_eq(gisa_engine_message(engine), "good has no settings, so not 'key'");
  cr_expect_eq(gisa_extract(engine, &(gisa_input){.bytes = "x", .length = 1, .encoding = "no-such"}, &result), GISA_ENCODING);
  gisa_engine_free(engine);
  gisa_engine_free(NULL);
}

Test(engine, stops_where_a_writer_says_so) {
  gisa_engine *engine = open_engine("good", GISA_EXTRACTOR);
  gisa_result *result;
  cr_assert_eq(gisa_extract(engine, &(gisa_input){.bytes = article, .length = sizeof article - 1}, &result), GISA_OK);
  text full = {.length = sizeof full.bytes};
  for (gisa_format f = GISA_YAML; f <= GISA_NDJSON; f++) cr_expect_eq(gisa_result_write(result, f, append, &full), GISA_IO);
  gisa_engine_free(engine);
}
