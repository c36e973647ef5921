/* gisa eval counts as the score.py beside the gold set counts. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define GOLD GISA_SOURCE_DIR "/../shared/gold"
#define ARTICLES GISA_SOURCE_DIR "/examples/articles " GOLD "/articles"

/* Runs a command and keeps the rows of its table: the aspects and their precision, recall and F1. */
static void read_rows(const char *command, char *rows, size_t room) {
  char line[1024];
  FILE *pipe = popen(command, "re");
  cr_assert_not_null(pipe);
  rows[0] = '\0';
  while (fgets(line, sizeof line, pipe) != NULL) {
    char *end = strstr(line, "  F1 ");
    /* Behind the F1 each has its own words for the counts. */
    if (end == NULL || line[0] == ' ') continue;
    end[strlen("  F1 0.000")] = '\0';
    cr_assert_lt(strlen(rows) + strlen(line) + 2, room);
    strcat(strcat(rows, line), "\n");
  }
  cr_assert_eq(pclose(pipe), 0, "%s", command);
}

Test(eval, counts_as_the_gold_sets_own_script) {
  char mine[4096], theirs[4096];
  if (access(GOLD "/score.py", F_OK) != 0) cr_skip_test("no gold set beside the project");
  if (system("python3 -c ''") != 0) cr_skip_test("no python3");
  unsetenv("GISA_PLUGINS");
  read_rows(GISA_BINARY_DIR "/gisa eval --gold " GOLD "/dev.jsonl " ARTICLES, mine, sizeof mine);
  read_rows(GISA_BINARY_DIR "/gisa run --format ndjson " ARTICLES " 2>/dev/null > " GISA_BINARY_DIR "/eval.ndjson; python3 " GOLD
                            "/score.py " GOLD "/dev.jsonl " GISA_BINARY_DIR "/eval.ndjson",
            theirs, sizeof theirs);
  cr_expect_not(strstr(mine, "quotes") == NULL);
  cr_expect_str_eq(mine, theirs, "gisa eval:\n%sscore.py:\n%s", mine, theirs);
}
