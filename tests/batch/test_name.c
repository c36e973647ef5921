/* Names of outputs: a table of what inputs are called. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "batch/name.h"

typedef struct row {
  const char *name, *leaf, *made;
} row;

static const row rows[] = {
    {"a.md", NULL, "a.md.yaml"},
    {"b/c d/한글.md", NULL, "b/c d/한글.md.yaml"},
    {"/etc/x", NULL, "etc/x.yaml"},
    {"./a//./b/", NULL, "a/b.yaml"},
    {"../x", NULL, "%2E./x.yaml"},
    {"a/../../x", NULL, "a/%2E./%2E./x.yaml"},
    {".hidden", NULL, "%2Ehidden.yaml"},
    {"100%.md", NULL, "100%.md.yaml"},
    {"%41.md", NULL, "%2541.md.yaml"},
    {"a\nb\x7F\x01", NULL, "a%0Ab%7F%01.yaml"},
    {"", NULL, "unnamed.yaml"},
    {"/", NULL, "unnamed.yaml"},
    {"r.ndjson", "../../etc/passwd", "r.ndjson/%2E.%2F..%2Fetc%2Fpasswd.yaml"},
    {"r.ndjson", "a/1", "r.ndjson/a%2F1.yaml"},
};

Test(name, is_safe_and_known_again) {
  batch_names names = {.extension = ".yaml"};
  char made[BATCH_NAME_ROOM];
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    cr_assert(batch_name_make(&names, rows[i].name, rows[i].leaf, made));
    cr_expect_str_eq(made, rows[i].made);
  }
  names.extension = NULL;
  cr_assert(batch_name_make(&names, "x", NULL, made));
  cr_expect_str_empty(made);
}

Test(name, is_given_once) {
  batch_names names = {.extension = ".json", .unique = true};
  char made[BATCH_NAME_ROOM];
  static const char *const wanted[] = {"a.json", "a~2.json", "a~3.json"};
  for (int i = 0; i < 3; i++) {
    cr_assert(batch_name_make(&names, "a", NULL, made));
    cr_expect_str_eq(made, wanted[i]);
  }
  /* One that is called so itself makes way, too; and the table grows. */
  cr_assert(batch_name_make(&names, "a~2", NULL, made));
  cr_expect_str_eq(made, "a~2~2.json");
  for (int i = 0; i < 5000; i++) {
    char name[16];
    snprintf(name, sizeof name, "n%d", i);
    cr_assert(batch_name_make(&names, name, NULL, made));
    cr_assert_null(strchr(made, '~'));
  }
  cr_assert(batch_name_make(&names, "n77", NULL, made));
  cr_expect_str_eq(made, "n77~2.json");
  batch_names_free(&names);
}

Test(name, is_cut_where_a_file_system_would_refuse_it) {
  batch_names names = {.extension = ".ndjson"};
  char made[BATCH_NAME_ROOM], other[BATCH_NAME_ROOM], name[600] = "";
  for (int i = 0; i < 100; i++) strcat(name, "가");
  cr_assert(batch_name_make(&names, name, NULL, made));
  cr_expect_leq(strlen(made), 255);
  cr_expect_eq(strncmp(made, name, 198), 0, "whole characters are kept: %s", made);
  cr_expect_eq(made[198], '~');
  strcat(name, "나");
  cr_assert(batch_name_make(&names, name, NULL, other));
  cr_expect_str_neq(made, other, "names that differ behind the cut stay different");
  static char deep[2 * BATCH_NAME_ROOM];
  while (strlen(deep) < sizeof deep - 8) strcat(deep, "folder/");
  cr_expect_not(batch_name_make(&names, deep, NULL, made));
}
