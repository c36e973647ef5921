/* Every hostile extractor beside good ones, over two documents: what the first call leaves would show in the second. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "hostile.h"

/* No call may take longer. The limit of milliseconds is 1000 of processor time; sanitizers and other processes slow a call down. */
#define MOST_SECONDS 20.0

static const char *const documents[] = {
    "---\nid: a-1\ntitle: 제목\n---\n\n# 제목\n\n홍길동 교수는 \"이제 시작이다\"라고 말했다. 김철수 대표도 왔다. 끝이다.\n\n행사에는 1200여명이 왔다.\n",
    "그는 'AI'가 답이라고 했다.\n\n첫 문장이다. 둘째 문장이다. 셋째도 있다.\n",
};

static gisa_engine *good;
static int count;

static void try(const char *name) {
  culprit c;
  const char *wrong = culprit_open(&c, name, NULL);
  cr_expect_null(wrong, "%s: %s", name, wrong);
  for (int i = 0; wrong == NULL && i < 2; i++) {
    wrong = culprit_try(&c, good, documents[i], strlen(documents[i]));
    cr_expect_null(wrong, "%s, document %d: %s", name, i + 1, wrong);
  }
  cr_expect_lt(c.slowest, MOST_SECONDS, "%s took %.1f s", name, c.slowest);
  if (c.slowest > 0.5) cr_log_info("%s took %.2f s", name, c.slowest);
  culprit_close(&c);
  count++;
}

/* Half a minute; an hour is for valgrind, where clocks go slower but this one doesn't. */
Test(hostile, costs_nobody_else, .timeout = 3600) {
  good = open_good(NULL);
  cr_assert_not_null(good);
  culprits(try);
  cr_expect_geq(count, 60);
  gisa_engine_free(good);
}
