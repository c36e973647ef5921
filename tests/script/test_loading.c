/* Extractors that can't be loaded: each gets a message with the place and the way out. */
#include "loading.h"

#define REST "version = '1.0.0', summary = 's', fields = {{'name', 'span', 'd'}}, extract = function() end"

typedef struct refused {
  const char *source, *message; /* the message holds this */
} refused;

static const refused cases[] = {
    {"return {", "extractor.lua:1: unexpected symbol near <eof>"},
    {"return 1", "returned a number, wanted a table; end the file with `return { name = …, … }`"},
    {"", "returned a nil, wanted a table"},
    {"return {" REST "}", "field 'name' is missing (a string)"},
    {"return {name = 7, " REST "}", "field 'name' is a number, wanted a string"},
    {"return {name = 'Bad Name', " REST "}", "the name 'Bad Name' can't be used"},
    {"return {name = 'article', " REST "}", "the name 'article' can't be used"},
    {"return {name = 'x', summary = 's', fields = {{'a', 'span', 'd'}}, extract = function() end}",
     "field 'version' is missing"},
    {"return {name = 'x', version = '1', summary = 's', extract = function() end}", "field 'fields' is missing"},
    {"return {name = 'x', version = '1', summary = 's', fields = {}, extract = function() end}",
     "'fields' has 0 entries; wanted 1 to 64"},
    {"return {name = 'x', version = '1', summary = 's', fields = {{'a', 'spam', 'd'}}, extract = function() end}",
     "field 'a' has the type 'spam'; there are span, string, number"},
    {"return {name = 'x', version = '1', summary = 's', fields = {{'a', 'span'}}, extract = function() end}",
     "fields[1] lacks a description"},
    {"return {name = 'x', version = '1', summary = 's', fields = {{'at', 'span', 'd'}}, extract = function() end}",
     "fields[1] is named 'at'"},
    {"return {name = 'x', version = '1', summary = 's', fields = {{'a', 'span', 'd'}, {'a', 'span', 'd'}}, "
     "extract = function() end}",
     "field 'a' is declared twice"},
    {"return {name = 'x', version = '1', summary = 's', fields = {{'a', 'span', 'd'}}}", "field 'extract' is missing"},
    {"return {name = 'x', trigger = {'a'}, " REST "}", "unknown field 'trigger'; did you mean 'triggers'?"},
    {"return {name = 'x', wibble = 1, " REST "}", "unknown field 'wibble'"},
    {"return {name = 'x', triggers = {'a', 2}, " REST "}", "triggers[2] is a number, wanted a string"},
    {"return {name = 'x', triggers = {''}, " REST "}", "triggers[1] is empty"},
    {"return {name = 'x', identity = {'nome'}, " REST "}", "identity[1] is 'nome', which is no field"},
    {"return {name = 'x', config = 3, " REST "}", "field 'config' is a number, wanted a table of defaults"},
    {"local re = require 're'\nlocal p = re.compile '(가'", "extractor.lua:2: bad pattern: missing closing parenthesis at offset 4\n    (가\n       ^"},
    {"require('re').compile('a\\\\Cb')", "bad pattern: using \\C is disabled"},
    {"require 'nowhere'", "no 'nowhere.lua' in "},
    {"require '../etc/passwd'", "'../etc/passwd' is no module name"},
    {"require('words').file('../x')", "'../x' is no file name"},
    {"require('words').file('none.txt')", "no 'none.txt' in "},
    {"x = 1", "'x' would be a global variable; make it local"},
    {"return os.time()", "there is no global 'os'"},
    {"('x'):match('x')", "string.match is off: Lua patterns can't be bounded; use require \"re\""},
    {"while true do end", "instructions is spent"},
    {"local t = {} for i = 1, 1e9 do t[i] = i end", "not enough memory"},
    {"error({})", "(an error that is a table)"},
    {"error('mine', 0)", "mine\n  at "},
    {"\x1bLua", "attempt to load a binary chunk"},
};

static bool triggered(const gs_extractor *extractor, const char *body) {
  uint32_t length = (uint32_t)strlen(body);
  gs_document document = {.text = {.bytes = body, .length = length}, .body = {0, length}};
  gs_trigger_filter filter;
  gs_trigger_filter_clear(&filter);
  gs_trigger_filter_add(&filter, body, length);
  return gs_extractor_triggered(extractor, &document, &filter);
}

Test(loading, refuses_with_place_and_way_out) {
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    loading l;
    load_source(&l, cases[i].source, strlen(cases[i].source));
    cr_expect_neq(l.status, GISA_OK, "case %zu was loaded: %s", i, cases[i].source);
    cr_expect_not_null(strstr(l.message, cases[i].message), "case %zu: %s\n  said:   %s\n  wanted: %s", i,
                       cases[i].source, l.message, cases[i].message);
    unload(&l);
  }
}

Test(loading, reads_every_field) {
  static const char source[] = "return { name = 'x', version = '2.1.0', summary = 'sum', needs = {'a', 'b'}, triggers = {'말'},\n"
                               "fields = {{'name', 'span', 'd'}, {'n', 'list of number?', 'e'}}, identity = {'n'},\n"
                               "config = {limit = 3}, extract = function() end }";
  loading l;
  load_source(&l, source, strlen(source));
  cr_assert_eq(l.status, GISA_OK, "%s", l.message);
  const gs_extractor *x = &l.extractor;
  cr_expect_str_eq(x->name, "x");
  cr_expect_str_eq(x->version, "2.1.0");
  cr_expect_str_eq(x->summary, "sum");
  cr_expect_eq(x->need_count, 2);
  cr_expect_str_eq(x->needs[1], "b");
  cr_expect(triggered(x, "그는 말했다"));
  cr_expect_not(triggered(x, "그는"));
  cr_expect_eq(x->field_count, 2);
  cr_expect(x->fields[1].type.list && x->fields[1].type.optional);
  cr_expect_eq(x->identity[0], 1);
  unload(&l);
}

Test(loading, sets_configuration_by_the_type_of_its_default) {
  static const char source[] = "return { name = 'x', " REST ", config = {limit = 3, strict = true, mark = 'a', list = {}} }";
  static const struct { const char *key, *value, *message; } settings[] = {
      {"limit", "12", NULL},
      {"limit", "many", "x.limit is 'many', wanted a number"},
      {"strict", "false", NULL},
      {"strict", "no", "x.strict is 'no', wanted true or false"},
      {"mark", "7", NULL},
      {"list", "1", "x.list is a table and can't be set on the command line"},
      {"limits", "1", "x has no setting 'limits'; did you mean 'limit'?"},
      {"zzz", "1", "x has no setting 'zzz'"},
  };
  loading l;
  load_source(&l, source, strlen(source));
  cr_assert_eq(l.status, GISA_OK, "%s", l.message);
  for (size_t i = 0; i < sizeof settings / sizeof settings[0]; i++) {
    char message[GS_SCRIPT_MESSAGE] = "";
    gisa_status status = gs_extractor_configure(&l.extractor, settings[i].key, settings[i].value, message);
    cr_expect_eq(status, settings[i].message == NULL ? GISA_OK : GISA_USAGE);
    if (settings[i].message != NULL) cr_expect_str_eq(message, settings[i].message);
  }
  unload(&l);
}
