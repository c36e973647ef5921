/* Evil patterns: each ends within the budget, with the JIT and without, and both give the same answer. */
#include "loading.h"

#include <time.h>

/* Calls of a script that makes one search of its pattern; 500,000 steps are counted in some 5 ms, the rest is for sanitizers. */
#define STEPS 500000
#define MOST_SECONDS 5.0

static const char source[] =
    "local re = require 're'\n"
    "return { name = 'p', version = '1', summary = 's', fields = {{'a', 'span?', 'd'}},\n"
    "  extract = function(doc)\n"
    "    local line = doc.body:find '\\n'\n"
    "    local p, rest = re.compile(doc.body:upto(line):text()), doc.body:from(line)\n"
    "    local n = 0\n"
    "    for m in p:gmatch(rest) do n = n + #m[0] + 1 end\n"
    "    error('found ' .. n, 0)\n"
    "  end }\n";

/* Shapes that backtrack: @ stands for what repeats. */
static const char *const shapes[] = {
    "(@+)+$",       "(@*)*$",        "(@|@@)+$",      "(@|@?)+$",       "(?:@+@+)+!",     "(@+){2,}!",    "@*@*@*@*!",
    "(?:@|b)*[cd]", "(?:@*b?)*c",    "(@+)\\1+!",     "(@+)(@+)\\2\\1!", "^(@?){25}@{25}$", "(?=(@+)+!)",  "(?:(?=@+)@)*!",
    "(?<=가|a)(@+)+!", "(@(?1)?)+!",    "(?:@{1,9}){1,9}!", "(.*)@(.*)@(.*)!", "(?s:.*?@.*?)+!", "(@+?)+?!",
};
static const char *const repeated[] = {"a", "[a-z]", "\\w", ".", "\\pL", "(?:a|a)", "[^!]", "가", "[가-힣]", "\\X"};
#define SHAPES (sizeof shapes / sizeof shapes[0])
#define REPEATED (sizeof repeated / sizeof repeated[0])

static void spell(const char *shape, const char *what, char *pattern) {
  for (*pattern = '\0'; *shape != '\0'; shape++) {
    if (*shape == '@') pattern = stpcpy(pattern, what);
    else *pattern++ = *shape, *pattern = '\0';
  }
}

typedef struct answer {
  gs_call_status status;
  char message[GS_SCRIPT_MESSAGE];
  uint64_t steps;
} answer;

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static answer ask(loading *l, const char *pattern, const char *subject) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  size_t room = strlen(pattern) + strlen(subject) + 2;
  char *text = gs_arena_alloc(&arena, room);
  int length = snprintf(text, room, "%s\n%s", pattern, subject);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  gs_document document;
  cr_assert_eq(gs_document_parse(&arena, text, (size_t)length, NULL, &gs_document_defaults, &diagnostics, &document), GISA_OK);
  gs_records records;
  answer a = {0};
  double begun = seconds();
  a.status = gs_extractor_call(&l->extractor, &arena, &document, "id", NULL, 0, NULL, NULL, &records, a.message);
  cr_expect_lt(seconds() - begun, MOST_SECONDS, "%s took %.1f s", pattern, seconds() - begun);
  /* Its place is in a temporary folder. */
  a.message[strcspn(a.message, "\n")] = '\0';
  a.steps = l->extractor.state.budget.steps;
  gs_arena_free(&arena);
  return a;
}

/* 2,000 letters, and behind them what fits at last but not there. */
static void fill(char *subject, const char *letter) {
  for (int i = 0; i < 2000; i++) subject = stpcpy(subject, letter);
  strcpy(subject, "?\n!");
}

static unsigned spent, found;

static void compare(loading *jit, loading *interpreted, const char *pattern, const char *subject) {
  answer a = ask(jit, pattern, subject), b = ask(interpreted, pattern, subject);
  cr_expect_eq(a.status, b.status, "%s: %s / %s", pattern, a.message, b.message);
  bool limit = a.status == GS_CALL_LIMIT;
  /* The interpreter takes more memory than the JIT, so another limit may be the first. */
  if (!limit) cr_expect_str_eq(a.message, b.message, "%s", pattern);
  cr_expect(limit || (a.status == GS_CALL_ERROR && strncmp(a.message, "found ", 6) == 0), "%s: %s", pattern, a.message);
  cr_expect_leq(a.steps, STEPS + 1000, "%s: %llu, %llu", pattern, (unsigned long long)a.steps, (unsigned long long)b.steps);
  *(limit ? &spent : &found) += 1;
}

static void open_with(loading *l, bool interpreted) {
  load_source(l, source, sizeof source - 1);
  cr_assert_eq(l->status, GISA_OK, "%s", l->message);
  l->patterns.interpreted = interpreted;
  l->extractor.state.budget.limits.match_steps = STEPS;
}

Test(patterns, end_within_the_budget, .timeout = 300) {
  loading *jit = calloc(1, sizeof *jit), *interpreted = calloc(1, sizeof *interpreted);
  char pattern[256];
  static char latin[8000], korean[8000];
  fill(latin, "a");
  fill(korean, "가");
  open_with(jit, false);
  open_with(interpreted, true);
  for (size_t s = 0; s < SHAPES; s++)
    for (size_t r = 0; r < REPEATED; r++) {
      spell(shapes[s], repeated[r], pattern);
      compare(jit, interpreted, pattern, r == 7 || r == 8 ? korean : latin);
    }
  cr_expect_eq(spent + found, 200);
  cr_log_info("%u spent the budget, %u ended within it", spent, found);
  unload(jit);
  unload(interpreted);
  free(jit);
  free(interpreted);
}

/* What is quick, and so not counted, finds the same as counting, whatever windows the search is cut into. */
Test(patterns, find_the_same_counted_and_not, .timeout = 120) {
  static const char *const asked[] = {"a", "가", "(?<=a)b", "b(?=a)", "x??", "a*", "^a", "a$", "(?m)^.", "x\\K.", "\\bab\\b", "(?s).*", "[^a]+",
                                      "(a)(b)?", "\\Ga", "(*COMMIT)b", "a(*SKIP)b|.", "ab.{0,30}ba", "\\X", "(?<n>b+)\\k<n>"};
  static const char letters[] = "ab x\n";
  static const size_t lengths[] = {20000, 300000}; /* windows are smaller in a long subject */
  static char subject[300000];
  uint32_t seed = 7;
  loading *l = calloc(1, sizeof *l);
  open_with(l, false);
  for (size_t k = 0; k < 2 * sizeof asked / sizeof asked[0]; k++) {
    size_t i = k / 2, length = lengths[k % 2];
    for (size_t at = 0; at + 1 < length; at++) subject[at] = letters[(seed = seed * 1664525u + 1013904223u) >> 24 & 3];
    subject[length - 1] = '\0';
    l->extractor.state.budget.limits.match_steps = gs_limit_defaults.match_steps;
    answer quick = ask(l, asked[i], subject);
    l->extractor.state.budget.limits.match_steps = gs_limit_defaults.match_steps - 1; /* counted from the start */
    answer counted = ask(l, asked[i], subject);
    cr_expect_str_eq(quick.message, counted.message, "%s: %s, counted %s", asked[i], quick.message, counted.message);
    cr_expect(strncmp(quick.message, "found ", 6) == 0 || quick.status == GS_CALL_LIMIT, "%s: %s", asked[i], quick.message);
  }
  unload(l);
  free(l);
}
