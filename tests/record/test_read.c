#include <stdio.h>
#include <time.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "record/read.h"
#include "written.h"

static gs_arena arena;
static char message[GS_READ_MESSAGE];

static void start(void) {
  gs_arena_init(&arena, gs_heap);
}

static void stop(void) {
  gs_arena_free(&arena);
}

TestSuite(read, .init = start, .fini = stop);

typedef gisa_status reading(gs_arena *, const char *, size_t, char *, gs_value **);

/* text reads as json (one line), or fails with a status and exactly this message; one that ends in "…" is the place,
 * and the words are those of libyaml or jansson. */
typedef struct reading_case {
  const char *text, *json;
  gisa_status status;
  const char *message;
} reading_case;

static void check_message(const char *wanted, const char *text) {
  const char *words = strstr(wanted, "…");
  if (words) {
    cr_expect(strncmp(message, wanted, (size_t)(words - wanted)) == 0, "\"%s\" is not %s of: %s", message, wanted,
              text);
  } else {
    cr_expect(eq(str, message, (char *)wanted), "of: %s", text);
  }
}

static void check(reading *read, const char *text, size_t length, const char *json, gisa_status wanted,
                  const char *complaint) {
  gs_value *value = NULL;
  gisa_status status = read(&arena, text, length, message, &value);
  cr_expect(status == wanted, "status %d: %s\nof: %s", status, message, text);
  check_message(complaint ? complaint : "", text);
  if (status != GISA_OK || !json) return;
  written out = {0};
  gs_sink sink = written_sink(&out);
  cr_expect(eq(int, gs_json_write(value, false, &sink), GISA_OK));
  out.bytes[out.length - 1] = '\0';
  cr_expect(eq(str, out.bytes, (char *)json), "of: %s", text);
  free(out.bytes);
}

static void check_all(reading *read, const reading_case *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    check(read, cases[i].text, strlen(cases[i].text), cases[i].json, cases[i].status, cases[i].message);
  }
}

#define LEADING_ZERO "a leading zero makes another number of it in YAML 1.1; quote it"

static const reading_case yaml_cases[] = {
    /* the core schema */
    {"[~, null, Null, NULL, , nULL]", NULL, GISA_USAGE, "line 1, column 23: …"},
    {"[~, null, Null, NULL, nULL]", "[null,null,null,null,\"nULL\"]", GISA_OK, NULL},
    {"a:\nb: ''\n", "{\"a\":null,\"b\":\"\"}", GISA_OK, NULL},
    {"[true, True, TRUE, tRUE, false, False, FALSE]", "[true,true,true,\"tRUE\",false,false,false]", GISA_OK, NULL},
    {"[yes, no, on, off, y, n]", "[\"yes\",\"no\",\"on\",\"off\",\"y\",\"n\"]", GISA_OK, NULL},
    {"[0, -0, 7, +7, -7, 0o17, 0xfF, 9223372036854775807, -9223372036854775808]",
     "[0,0,7,7,-7,15,255,9223372036854775807,-9223372036854775808]", GISA_OK, NULL},
    {"[0o8, 0x, 0xg, -0x1, 0b1, 1_000, '1', \"1\", !!str 1, +, -, .]",
     "[\"0o8\",\"0x\",\"0xg\",\"-0x1\",\"0b1\",\"1_000\",\"1\",\"1\",\"1\",\"+\",\"-\",\".\"]", GISA_OK, NULL},
    {"[72.03, 1., .5, -1.5e3, 1e3, 1.0e+300, 5.0e-324, 00.5]", "[72.03,1,0.5,-1500,1000,1.0e+300,5.0e-324,0.5]",
     GISA_OK, NULL},
    {"[1e, 1e+, e1, .e1, 1.2.3, 12:30:45, 2025-12-30, 1.e]",
     "[\"1e\",\"1e+\",\"e1\",\".e1\",\"1.2.3\",\"12:30:45\",\"2025-12-30\",\"1.e\"]", GISA_OK, NULL},
    {"- 9223372036854775808", NULL, GISA_USAGE, "line 1, column 3: the integer has more than 64 bits"},
    {"a: 0x8000000000000000", NULL, GISA_USAGE, "line 1, column 4: the integer has more than 64 bits"},
    {"id: 0005700450", NULL, GISA_USAGE, "line 1, column 5: " LEADING_ZERO},
    {"1e999", NULL, GISA_USAGE, "line 1, column 1: the number is too large"},
    {"[a, -.INF]", NULL, GISA_USAGE, "line 1, column 5: the number is not finite"},
    {".nan", NULL, GISA_USAGE, "line 1, column 1: the number is not finite"},
    /* forms */
    {"\xEF\xBB\xBF# a comment\n%YAML 1.1\n---\na: 1\n...\n", "{\"a\":1}", GISA_OK, NULL},
    {"\xEF\xBB\xBF%YAML 1.1\n---\n&anchor a: &other [1]\n...\n", "{\"a\":[1]}", GISA_OK, NULL},
    {"a: |\n  1\n  2\nb: >-\n  3\n  4\n", "{\"a\":\"1\\n2\\n\",\"b\":\"3 4\"}", GISA_OK, NULL},
    {"? long\n: 1\n1: 2\nnull: 3\n~: 4\n", "{\"long\":1,\"1\":2,\"null\":3,\"~\":4}", GISA_OK, NULL},
    {"!!map {a: !!seq [!!str b]}", "{\"a\":[\"b\"]}", GISA_OK, NULL},
    {"'<<': 1", "{\"<<\":1}", GISA_OK, NULL},
    {"\"\\0\\uFEFF\\N\"", "\"\\u0000\xEF\xBB\xBF\xC2\x85\"", GISA_OK, NULL},
    /* what is refused */
    {"a: &x 1\nb: *x\n", NULL, GISA_USAGE, "line 2, column 4: an alias"},
    {"a: 1\n*x : 2\n", NULL, GISA_USAGE, "line 2, column 1: a key that is not a scalar"},
    {"? [a]\n: 1\n", NULL, GISA_USAGE, "line 1, column 3: a key that is not a scalar"},
    {"<<: {a: 1}\n", NULL, GISA_USAGE, "line 1, column 1: a merge key"},
    {"a: 1\n한국: 1\n\"a\": 2\n", NULL, GISA_USAGE, "line 3, column 1: a key that is there already"},
    {"a: !!int 1\n", NULL, GISA_USAGE, "line 1, column 4: a tag that is not read here"},
    {"!mine {a: 1}\n", NULL, GISA_USAGE, "line 1, column 1: a tag that is not read here"},
    {"!!omap [a]\n", NULL, GISA_USAGE, "line 1, column 1: a tag that is not read here"},
    {"!!int a: 1\n", NULL, GISA_USAGE, "line 1, column 1: a tag that is not read here"},
    {"", NULL, GISA_USAGE, "no document"},
    {"# nothing\n", NULL, GISA_USAGE, "no document"},
    {"--- 1\n--- 2\n", NULL, GISA_USAGE, "more than one document"},
    {"a: [1, 2\nb: 3\n", NULL, GISA_USAGE, "line 2, column 2: …"},
    {"a: \"b\n", NULL, GISA_USAGE, "line 2, column 1: …"},
    {"a: b: c\n", NULL, GISA_USAGE, "line 1, column 5: …"},
    {"a:\tb\n\tc: d\n", NULL, GISA_USAGE, "line 2, column 1: …"},
    {"a: \x80\n", NULL, GISA_ENCODING, "byte 3: …"},
    {"a: \xEA\xB0", NULL, GISA_ENCODING, "byte 3: …"},
    {"a: \1\n", NULL, GISA_ENCODING, "byte 3: …"},
};

Test(read, yaml) {
  check_all(gs_yaml_read, yaml_cases, sizeof yaml_cases / sizeof yaml_cases[0]);
}

static const reading_case json_cases[] = {
    {" {\"a\": [1, -2, 2.5, 1e3, true, false, null, \"b\"], \"\": {}} ",
     "{\"a\":[1,-2,2.5,1000,true,false,null,\"b\"],\"\":{}}", GISA_OK, NULL},
    {"\"a\\u0000\\ud83d\\ude00\"", "\"a\\u0000\U0001F600\"", GISA_OK, NULL},
    {"9223372036854775807", "9223372036854775807", GISA_OK, NULL},
    {"", NULL, GISA_USAGE, "line 1, column 0: …"},
    {"{\"a\": 1, \"a\": 2}", NULL, GISA_USAGE, "line 1, column 12: …"},
    {"[1,\n 2", NULL, GISA_USAGE, "line 2, column 2: …"},
    {"1 2", NULL, GISA_USAGE, "line 1, column 3: …"},
    {"[01]", NULL, GISA_USAGE, "line 1, column 2: …"},
    {"NaN", NULL, GISA_USAGE, "line 1, column 3: …"},
    {"9223372036854775808", NULL, GISA_USAGE, "line 1, column 19: …"},
    {"1e999", NULL, GISA_USAGE, "line 1, column 5: …"},
    {"\"a\nb\"", NULL, GISA_USAGE, "line 1, column 2: …"},
    {"{\"a\\u0000\": 1}", NULL, GISA_USAGE, "line 1, column 10: …"},
    {"\"\\ud800\"", NULL, GISA_USAGE, "line 1, column 8: …"},
    {"\"\x80\"", NULL, GISA_ENCODING, "line 1, column 1: …"},
};

Test(read, json) {
  check_all(gs_json_read, json_cases, sizeof json_cases / sizeof json_cases[0]);
}

static char *repeated(const char *piece, size_t times, size_t *length) {
  *length = strlen(piece) * times;
  char *text = gs_arena_alloc(&arena, *length + 1);
  cr_assert_not_null(text);
  for (size_t i = 0; i < times; i++) memcpy(text + i * strlen(piece), piece, strlen(piece));
  text[*length] = '\0';
  return text;
}

static void check_depth(reading *read, const char *open, const char *middle, const char *close, size_t depth,
                        gisa_status wanted) {
  size_t opened, closed, between = strlen(middle);
  char *before = repeated(open, depth, &opened), *after = repeated(close, depth, &closed);
  char *text = gs_arena_alloc(&arena, opened + between + closed + 1);
  memcpy(text, before, opened);
  memcpy(text + opened, middle, between);
  memcpy(text + opened + between, after, closed + 1);
  gs_value *value;
  clock_t started = clock();
  gisa_status status = read(&arena, text, opened + between + closed, message, &value);
  double seconds = (double)(clock() - started) / CLOCKS_PER_SEC;
  cr_expect(status == wanted, "%zu times %s: status %d, %s", depth, open, status, message);
  cr_expect(seconds < 1, "%zu times %s took %.1f s", depth, open, seconds);
}

/* libyaml alone takes 26 s over 100,000 brackets. */
Test(read, any_depth_ends_soon) {
  static const size_t depths[] = {GS_MAX_DEPTH, GS_MAX_DEPTH + 1, 1000, 100000};
  for (size_t i = 0; i < sizeof depths / sizeof depths[0]; i++) {
    gisa_status wanted = depths[i] > GS_MAX_DEPTH ? GISA_TOO_LARGE : GISA_OK;
    check_depth(gs_yaml_read, "[", "", "]", depths[i], wanted);
    check_depth(gs_yaml_read, "{a: ", "1", "}", depths[i], wanted);
    check_depth(gs_yaml_read, "- ", "1", "", depths[i], wanted);
    check_depth(gs_json_read, "[", "", "]", depths[i], wanted);
    check_depth(gs_json_read, "{\"a\":", "1", "}", depths[i], wanted);
  }
}

Test(read, flow_style_is_kept) {
  static const char text[] = "---\na: [1, 2]\nb:\n- {c: 1}\n- d: 1\n";
  gs_value *value;
  written out = {0};
  gs_sink sink = written_sink(&out);
  cr_assert(eq(int, gs_yaml_read(&arena, text, strlen(text), message, &value), GISA_OK));
  cr_assert(eq(int, gs_yaml_write(value, &sink), GISA_OK));
  cr_expect(eq(str, out.bytes, (char *)text));
  free(out.bytes);
}

/* Takes documents of a stream until one is null, and forgets each. */
static gisa_status take(void *count, gs_value *document, char *complaint) {
  if (document->kind == GS_NULL) {
    gs_read_complain(complaint, 0, 0, "null after %d", *(int *)count);
    return GISA_EXTRACTOR;
  }
  ++*(int *)count;
  gs_arena_reset(&arena);
  return GISA_OK;
}

Test(read, a_stream_is_read_document_by_document) {
  static const struct {
    const char *text;
    int count;
    gisa_status status;
    const char *message;
  } streams[] = {
      {"", 0, GISA_OK, ""},
      {"--- {a: 1}\n--- [한국]\n...\n---\nb: c\n", 3, GISA_OK, ""},
      {"--- 1\n---\n--- 3\n", 1, GISA_EXTRACTOR, "null after 1"},
      {"--- 1\n--- [2\n--- 3\n", 1, GISA_USAGE, "line 3, column 1: …"},
  };
  for (size_t i = 0; i < sizeof streams / sizeof streams[0]; i++) {
    int count = 0;
    gisa_status status = gs_yaml_read_stream(&arena, streams[i].text, strlen(streams[i].text), message, take, &count);
    cr_expect(eq(int, status, streams[i].status));
    cr_expect(eq(int, count, streams[i].count));
    check_message(streams[i].message, streams[i].text);
  }
}

Test(read, a_message_is_one_line_of_whole_characters) {
  for (size_t shift = 0; shift < 4; shift++) {
    size_t length;
    char *text = repeated("한😀é", 60, &length);
    gs_read_complain(message, 3, 7, "%s\n%s", &"xxxx"[shift], text);
    cr_expect(eq(int, strncmp(message, "line 3, column 7: ", 18), 0));
    cr_expect(strlen(message) >= GS_READ_MESSAGE - 4);
    cr_expect_null(strchr(message, '\n'));
    gs_value *value = gs_string(&arena, message, strlen(message));
    written out = {0};
    gs_sink sink = written_sink(&out);
    cr_expect(eq(int, gs_json_write(value, false, &sink), GISA_OK), "%s", message);
    free(out.bytes);
  }
}

Test(read, more_than_the_greatest_length_is_not_looked_at) {
  gs_value *value;
  cr_expect(eq(int, gs_yaml_read(&arena, "", GS_READ_MAX_BYTES + 1, message, &value), GISA_TOO_LARGE));
  cr_expect(eq(int, gs_json_read(&arena, "", GS_READ_MAX_BYTES + 1, message, &value), GISA_TOO_LARGE));
  cr_expect(eq(str, message, "has 1073741825 bytes, over the limit of 1073741824"));
}
