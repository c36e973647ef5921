#include <math.h>
#include <stdio.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "example.h"
#include "record/scalar.h"
#include "written.h"

static gs_arena arena;
static written out;
static gs_sink sink;

static void start(void) {
  gs_arena_init(&arena, gs_heap);
  sink = written_sink(&out);
}

static void stop(void) {
  free(out.bytes);
  gs_arena_free(&arena);
}

TestSuite(write, .init = start, .fini = stop);

static const char *as_yaml(const gs_value *value) {
  out.length = 0;
  cr_assert(eq(int, gs_yaml_write(value, &sink), GISA_OK));
  return out.bytes;
}

static const char *as_json(const gs_value *value, bool indented) {
  out.length = 0;
  cr_assert(eq(int, gs_json_write(value, indented, &sink), GISA_OK));
  return out.bytes;
}

typedef struct spelling {
  const char *string, *yaml,
      *json; /* yaml: NULL where it is the string in single quotes, "=" where it is plain; json: NULL where verbatim */
} spelling;

static const spelling spellings[] = {
    /* what 1.1 or 1.2 takes for something else */
    {"", NULL, NULL},
    {"~", NULL, NULL},
    {"null", NULL, NULL},
    {"nULL", NULL, NULL},
    {"yes", NULL, NULL},
    {"No", NULL, NULL},
    {"ON", NULL, NULL},
    {"off", NULL, NULL},
    {"y", NULL, NULL},
    {"N", NULL, NULL},
    {"true", NULL, NULL},
    {"False", NULL, NULL},
    {"=", NULL, NULL},
    {"<<", NULL, NULL},
    {"0", NULL, NULL},
    {"-1", NULL, NULL},
    {"+1", NULL, NULL},
    {"0777", NULL, NULL},
    {"0o17", NULL, NULL},
    {"0x1f", NULL, NULL},
    {"0b11", NULL, NULL},
    {"1_000", NULL, NULL},
    {"1,000", NULL, NULL},
    {"12:30:45", NULL, NULL},
    {"1e3", NULL, NULL},
    {"1.10", NULL, NULL},
    {".5", NULL, NULL},
    {"5.", NULL, NULL},
    {".inf", NULL, NULL},
    {"-.INF", NULL, NULL},
    {".NaN", NULL, NULL},
    {"2025-12-30", NULL, NULL},
    {"2025-1-3", NULL, NULL},
    {"2025-12-30T00:00", NULL, NULL},
    {"2025-12-30 11:23:32", NULL, NULL},
    {"2025-12-30t09:00:00.5 +09:00", NULL, NULL},
    {"0005700450", NULL, NULL},
    {"e1", NULL, NULL},
    {"E0777", NULL, NULL},
    /* syntax */
    {"- a", NULL, NULL},
    {"? a", NULL, NULL},
    {": a", NULL, NULL},
    {"a: b", NULL, NULL},
    {"a:", NULL, NULL},
    {"a #b", NULL, NULL},
    {"#a", NULL, NULL},
    {"&a", NULL, NULL},
    {"*a", NULL, NULL},
    {"!a", NULL, NULL},
    {"|", NULL, NULL},
    {">", NULL, NULL},
    {"%a", NULL, NULL},
    {"@a", NULL, NULL},
    {"`a", NULL, NULL},
    {"[a]", NULL, NULL},
    {"{a}", NULL, NULL},
    {",a", NULL, NULL},
    {"---", NULL, NULL},
    {"...", NULL, NULL},
    {" a", NULL, NULL},
    {"a ", NULL, NULL},
    {" ", NULL, NULL},
    {"'a'", "'''a'''", NULL},
    {"\"a\"", NULL, "\"\\\"a\\\"\""},
    /* what no reader takes for anything but a string stays plain */
    {"한국", "=", NULL},
    {"12점", "=", NULL},
    {"3.1조", "=", NULL},
    {"a-b", "=", NULL},
    {"a:b", "=", NULL},
    {"a#b", "=", NULL},
    {"it's", "=", NULL},
    {"a \"b\" c", "=", "\"a \\\"b\\\" c\""},
    {"C:\\d", "=", "\"C:\\\\d\""},
    {"nulls", "=", NULL},
    {"yes!", "=", NULL},
    {"https://example.com/a?b=c#d", "=", NULL},
    {"1차 평가", "=", NULL},
    {"a, b [c]", "=", NULL},
    {"“a”", "=", NULL},
    {"feed", "=", NULL},
    {"e-mail", "=", NULL},
    {"_1", "=", NULL},
    {"\u00A0a", "=", NULL},
    {"</a>", "=", NULL},
    /* what can't stand as it is */
    {"a\nb", "\"a\\nb\"", "\"a\\nb\""},
    {"a\r\n", "\"a\\r\\n\"", "\"a\\r\\n\""},
    {"a\tb", "\"a\\tb\"", "\"a\\tb\""},
    {"\33", "\"\\e\"", "\"\\u001B\""},
    {"\x7F", "\"\\x7F\"", NULL},
    {"a\xC2\x85", "\"a\\N\"", NULL},
    {"\u2028", "\"\\L\"", NULL},
    {"\u2029", "\"\\P\"", NULL},
    {"\uFEFF", "\"\\uFEFF\"", NULL},
    {"\xEF\xBF\xBE", "\"\\uFFFE\"", NULL},
    {"\U0001F600", "\"\\U0001F600\"", NULL},
    {"\n\"", "\"\\n\\\"\"", "\"\\n\\\"\""},
};

static void check_spelling(const spelling *wanted) {
  char yaml[128], json[128];
  snprintf(yaml, sizeof yaml, "--- %s%s%s\n", wanted->yaml ? "" : "'",
           wanted->yaml && strcmp(wanted->yaml, "=") != 0 ? wanted->yaml : wanted->string, wanted->yaml ? "" : "'");
  snprintf(json, sizeof json, wanted->json ? "%s\n" : "\"%s\"\n", wanted->json ? wanted->json : wanted->string);
  gs_value *value = example_string(&arena, wanted->string);
  cr_expect(eq(str, (char *)as_yaml(value), yaml));
  cr_expect(eq(str, (char *)as_json(value, false), json));
}

Test(write, strings_are_spelled_so_that_they_stay_strings) {
  for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) check_spelling(&spellings[i]);
}

Test(write, nul_is_a_character) {
  gs_value *value = gs_string(&arena, "a\0b", 3);
  cr_assert(eq(str, (char *)as_yaml(value), "--- \"a\\0b\"\n"));
  cr_assert(eq(str, (char *)as_json(value, false), "\"a\\u0000b\"\n"));
}

Test(write, plain_gives_way_where_its_place_demands) {
  gs_value *list = gs_list(&arena);
  list->flow = true;
  cr_assert(gs_list_add(&arena, list, example_string(&arena, "a, b")));
  cr_assert(gs_list_add(&arena, list, example_string(&arena, "https://example.com")));
  cr_assert(gs_list_add(&arena, list, example_string(&arena, "a b")));
  cr_assert(eq(str, (char *)as_yaml(list), "--- ['a, b', 'https://example.com', a b]\n"));
}

Test(write, a_result) {
  gs_value *result = example_result(&arena, 1, 0, 1);
  cr_assert(eq(str, (char *)as_yaml(result),
               "---\n"
               "gisa: 1\n"
               "source: {path: 138_0002213974.md, bytes: 11829}\n"
               "article:\n"
               "  id: '0002213974'\n"
               "  title: '\"GPT-5와 6개월 격차\"... 독파모 ''AI 어벤져스'' 성적은?'\n"
               "  publisher: 디지털데일리\n"
               "  author: [{name: 이건한, email: sugyo@example.com}]\n"
               "  published_at: '2025-12-30T00:00'\n"
               "  url: https://news.example.com/article/138/0002213974?a=b\n"
               "quotes:\n"
               "- text: 한국만의 행사가 아니라 \"전 세계\"가 주목하는 경진의 장이라고 생각한다\n"
               "  speaker: 하정우\n"
               "  role: 대통령실 AI미래기획수석\n"
               "  at: [1834, 1931]\n"
               "attendees: []\n"
               "benchmarks:\n"
               "- model: K-엑사원\n"
               "  benchmark: 1차 평가 벤치마크 13종의 평균점수\n"
               "  score: 72.03\n"
               "  unit: 점\n"
               "  versus: null\n"
               "  at: [3001, 3102]\n"
               "extractors: {quotes: ok, attendees: empty, benchmarks: ok}\n"));
}

static gs_value *small_tree(void) {
  gs_value *map = gs_map(&arena), *list = gs_list(&arena);
  example_set(&arena, map, "none", gs_map(&arena));
  gs_list_add(&arena, list, gs_boolean(&arena, true));
  gs_list_add(&arena, list, gs_number(&arena, 104.0));
  gs_list_add(&arena, list, gs_integer(&arena, INT64_MIN));
  gs_list_add(&arena, list, example_place(&arena, 1, 2));
  gs_list_add(&arena, list, gs_list(&arena));
  example_set(&arena, map, "a\n", list);
  return map;
}

Test(write, json_on_one_line_and_indented) {
  cr_assert(eq(str, (char *)as_json(small_tree(), false),
               "{\"none\":{},\"a\\n\":[true,104,-9223372036854775808,[1,2],[]]}\n"));
  cr_assert(eq(str, (char *)as_json(small_tree(), true),
               "{\n  \"none\": {},\n  \"a\\n\": [\n    true,\n    104,\n    -9223372036854775808,\n    [1, 2],\n    "
               "[]\n  ]\n}\n"));
}

typedef gisa_status writing(const gs_value *, const gs_sink *);

static gisa_status json_line(const gs_value *root, const gs_sink *to) {
  return gs_json_write(root, false, to);
}

static gisa_status json_indented(const gs_value *root, const gs_sink *to) {
  return gs_json_write(root, true, to);
}

static writing *const writers[] = {gs_yaml_write, json_line, json_indented};

static void check_status(const gs_value *value, gisa_status wanted) {
  for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++) {
    cr_expect(eq(int, writers[i](value, &sink), wanted), "writer %zu", i);
  }
}

static gs_value *nested(int depth, bool maps) {
  gs_value *value = gs_null(&arena);
  for (int i = 0; i < depth; i++) {
    gs_value *outer = maps ? gs_map(&arena) : gs_list(&arena);
    cr_assert(maps ? example_set(&arena, outer, "a", value) : gs_list_add(&arena, outer, value));
    value = outer;
  }
  return value;
}

Test(write, trees_of_any_depth_end) {
  for (int maps = 0; maps < 2; maps++) {
    check_status(nested(GS_MAX_DEPTH, maps), GISA_OK);
    check_status(nested(GS_MAX_DEPTH + 1, maps), GISA_TOO_LARGE);
    check_status(nested(100000, maps), GISA_TOO_LARGE);
  }
  gs_value *knot = gs_map(&arena);
  example_set(&arena, knot, "itself", knot);
  check_status(knot, GISA_TOO_LARGE);
}

Test(write, what_no_text_can_hold_is_an_error) {
  static const char *const wrong[] = {
      "\x80",
      "\xC0\x80",
      "\xC1\xBF",
      "\xC3",
      "a\xC3(",
      "\xE0\x9F\xBF",
      "\xED\xA0\x80",
      "\xED\xBF\xBF",
      "\xEA\xB0",
      "\xEA\xB0(",
      "\xEA(\x80",
      "\xF0\x8F\xBF\xBF",
      "\xF4\x90\x80\x80",
      "\xF0\x9F\x98",
      "\xF0\x9F(\x80",
      "\xF5\x80\x80\x80",
      "\xFF",
      "\n\xFF",
  };
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    check_status(example_string(&arena, wrong[i]), GISA_ENCODING);
    gs_value *map = gs_map(&arena);
    example_set(&arena, map, wrong[i], gs_null(&arena));
    check_status(map, GISA_ENCODING);
  }
  check_status(gs_number(&arena, (double)NAN), GISA_USAGE);
  check_status(gs_number(&arena, -(double)INFINITY), GISA_USAGE);
}

/* A sink that takes a number of bytes and then stops. */
static int take_until(void *left, const char *bytes, size_t length) {
  (void)bytes;
  size_t *room = left;
  if (length > *room) return 1;
  *room -= length;
  return 0;
}

Test(write, a_sink_may_stop_at_any_byte) {
  gs_value *result =
      example_result(&arena, 200, 2, 2); /* longer than the writers' buffers, so that it comes in pieces */
  char *long_text = gs_arena_zeroed(&arena, 100000);
  memset(long_text, 'a', 99999);
  example_set(&arena, result, "long", example_string(&arena, long_text));
  example_set(&arena, result, "escaped", gs_string(&arena, long_text, 100000));
  for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++) {
    out.length = 0;
    cr_assert(eq(int, writers[i](result, &sink), GISA_OK));
    for (size_t room = 0; room <= out.length;
         room = room < out.length && room + 997 > out.length ? out.length : room + 997) {
      size_t left = room;
      gs_sink stopping = {.write = take_until, .context = &left};
      cr_expect(eq(int, writers[i](result, &stopping), room < out.length ? GISA_IO : GISA_OK));
    }
  }
}
