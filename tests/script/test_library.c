/* Extractors that share modules and word lists: each has its own values, messages and budget, as if it were alone. */
#include "loading.h"

typedef struct shop {
  char folder[64], path[2][128];
  gs_patterns patterns;
  gs_library library;
  gs_extractor extractors[2];
  gisa_status status[2];
  char message[2][GS_SCRIPT_MESSAGE];
} shop;

static void put(shop *s, const char *name, const char *text) {
  char path[128];
  snprintf(path, sizeof path, "%s/%s", s->folder, name);
  write_file(path, text, strlen(text));
}

/* Loads two extractors that lie in one folder, with the files shared.lua and shared.txt beside them, under limits. */
static void load_two(shop *s, const char *module, const char *words, const char *source, const gs_limits *limits) {
  memset(s, 0, sizeof *s);
  strcpy(s->folder, "/tmp/gisa-test-XXXXXX");
  cr_assert_not_null(mkdtemp(s->folder));
  put(s, "shared.lua", module);
  put(s, "shared.txt", words);
  put(s, "extractor.lua", source);
  cr_assert_eq(gs_patterns_open(&s->patterns, gs_heap), GISA_OK);
  gs_library_open(&s->library, gs_heap, loading_folders);
  for (int i = 0; i < 2; i++) {
    snprintf(s->path[i], sizeof s->path[i], "%s/extractor.lua", s->folder);
    s->status[i] = gs_extractor_load(&s->extractors[i], s->path[i], gs_heap, limits, &s->patterns, &s->library, s->message[i]);
    /* What the second one gets is what the first one read. */
    if (i > 0) break;
    put(s, "shared.lua", "error 'read again'");
    put(s, "shared.txt", "다시");
  }
}

static void close_two(shop *s) {
  static const char *const names[] = {"shared.lua", "shared.txt", "extractor.lua"};
  for (int i = 0; i < 2; i++)
    if (s->status[i] == GISA_OK) gs_extractor_free(&s->extractors[i]);
  gs_library_close(&s->library);
  gs_patterns_close(&s->patterns);
  for (int i = 0; i < 3; i++) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s", s->folder, names[i]);
    unlink(path);
  }
  rmdir(s->folder);
}

#define EXTRACTOR(head, summary)                                                                                            \
  head " return { name = 'x', version = '1', summary = " summary ", fields = {{'a', 'span', 'd'}}, extract = function() end }"

Test(library, gives_each_extractor_values_of_its_own) {
  shop s;
  /* What the first one did to the module's table and upvalue, the second one must not see. */
  load_two(&s, "local n = 0; return { count = function() n = n + 1; return n end }", "가나\t꼬리\n",
           EXTRACTOR("local m = require 'shared'; local w = require('words').file 'shared.txt'; assert(m.mark == nil); m.mark = true; ",
                     "m.count() .. w:has '가나'"),
           &gs_limit_defaults);
  for (int i = 0; i < 2; i++) {
    cr_expect_eq(s.status[i], GISA_OK, "%s", s.message[i]);
    cr_expect_str_eq(s.extractors[i].summary, "1꼬리");
  }
  cr_expect_arr_eq(s.extractors[0].state.files, s.extractors[1].state.files, GS_DIGEST_BYTES, "both were made of the same bytes");
  close_two(&s);
}

/* A mistake in a module is told to both extractors with its line, also where the second one gets it compiled. */
static const struct { const char *module, *source, *message; } mistakes[] = {
    {"return {", EXTRACTOR("require 'shared'", "'s'"), "shared.lua:1: unexpected symbol"},
    {"\n\nreturn function() error 'wrong' end", EXTRACTOR("require 'shared'()", "'s'"), "shared.lua:3: wrong"},
};

Test(library, tells_each_extractor_of_a_mistake) {
  for (size_t m = 0; m < sizeof mistakes / sizeof mistakes[0]; m++) {
    shop s;
    load_two(&s, mistakes[m].module, "", mistakes[m].source, &gs_limit_defaults);
    for (int i = 0; i < 2; i++)
      cr_expect_neq(strstr(s.message[i], mistakes[m].message), NULL, "extractor %d: %s", i, s.message[i]);
    close_two(&s);
  }
}

Test(library, charges_each_extractor_for_its_words) {
  enum { WORDS = 40000 };
  static char words[WORDS * 8 + 1];
  for (int i = 0; i < WORDS; i++) sprintf(words + 8 * i, "w%06d\n", i);
  gs_limits limits = gs_limit_defaults;
  shop s;
  load_two(&s, "", words, EXTRACTOR("require('words').file 'shared.txt'", "'s'"), &limits);
  for (int i = 0; i < 2; i++) {
    cr_expect_eq(s.status[i], GISA_OK, "%s", s.message[i]);
    cr_expect_gt(s.extractors[i].state.budget.memory_used, sizeof words + gs_word_set_size(WORDS));
  }
  close_two(&s);
  limits.memory = (size_t)2 << 20;
  load_two(&s, "", words, EXTRACTOR("require('words').file 'shared.txt'", "'s'"), &limits);
  for (int i = 0; i < 2; i++)
    cr_expect_neq(strstr(s.message[i], "memory"), NULL, "%s", s.message[i]);
  close_two(&s);
}
