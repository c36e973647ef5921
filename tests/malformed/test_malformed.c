/* 600 malformed articles, generated from the examples. scripts/soak has 100,000 from real ones. */
#include <criterion/criterion.h>

#include "run.h"

Test(malformed, articles_give_results, .timeout = 300) {
  static malformed m;
  const char *wrong = malformed_open(&m, GISA_SOURCE_DIR "/plugins", GISA_SOURCE_DIR "/examples/articles");
  cr_assert_null(wrong, "%s", wrong);
  for (uint32_t number = 0; number < 600; number++) {
    wrong = malformed_try(&m, number);
    cr_expect_null(wrong, "article %u: %s", number, wrong);
  }
  cr_expect_gt(m.repaired, 300, "only %zu articles had a diagnostic", m.repaired);
  cr_expect_lt(m.limited, 12, "%zu articles were too much for an extractor", m.limited);
  cr_expect_lt(m.slowest, 10.0, "article %u took %.1f s", m.slowest_number, m.slowest);
  malformed_close(&m);
}
