/* Limits and the configuration file: what is taken, what is refused and how. The extractors are those of tests/engine/plugins. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gisa.h"

#define PLUGINS GISA_SOURCE_DIR "/tests/engine/small"

static const struct { const char *name, *value, *message; } limits[] = {
    {"memory", "32M", NULL},
    {"memory", "16", "the limit memory is 16, wanted 262144 to 1099511627776"},
    {"memry", "32M", "there is no limit 'memry'; did you mean 'memory'?"},
    {"instructions", "many", "the limit instructions is 'many', wanted a number, e.g. 500k or 16M"},
    {"instructions", "-1", "the limit instructions is '-1', wanted a number, e.g. 500k or 16M"},
    {"match_steps", "99999999999999999999G", "the limit match_steps is '99999999999999999999G', wanted a number, e.g. 500k or 16M"},
    {"milliseconds", "0", NULL},
    {"records", "10", NULL},
};

Test(limits, are_set_by_name) {
  gisa_engine *engine = gisa_engine_new(NULL);
  for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
    gisa_status status = gisa_engine_set_limit(engine, limits[i].name, limits[i].value);
    cr_expect_eq(status, limits[i].message == NULL ? GISA_OK : GISA_USAGE);
    if (limits[i].message != NULL) cr_expect_str_eq(gisa_engine_message(engine), limits[i].message);
  }
  gisa_limits now;
  gisa_engine_limits(engine, &now);
  cr_expect_eq(now.memory, (size_t)32 << 20);
  cr_expect_eq(now.records, 10);
  now.front_matter_depth = 0;
  cr_expect_eq(gisa_engine_set_limits(engine, &now), GISA_USAGE);
  gisa_engine_free(engine);
}

static const struct { const char *text, *message; } files[] = {
    {"limits: {memory: 32M, records: 7}\nextractors:\n  shapes: {limit: 3}\n", NULL},
    {"", "no document"},
    {"limit: {}\n", "unknown key 'limit'; did you mean 'limits'?"},
    {"limits: {memry: 1}\n", "there is no limit 'memry'; did you mean 'memory'?"},
    {"limits: [1]\n", "limits is no map"},
    {"extractors: {shape: {limit: 3}}\n", "there is no extractor 'shape'; did you mean 'shapes'?"},
    {"extractors: {shapes: {limits: 3}}\n", "shapes has no setting 'limits'; did you mean 'limit'?"},
    {"extractors: {shapes: {limit: x}}\n", "shapes.limit is 'x', wanted a number"},
    {"extractors: {shapes: {limit: [1]}}\n", "extractors.shapes.limit is no single value"},
    {"extractors: {shapes: 1}\n", "extractors.shapes is no map of settings"},
    {"a: [", "line 2, column 1: did not find expected node content"},
};

Test(limits, and_settings_come_from_a_file) {
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
    char path[] = "/tmp/gisa-config-XXXXXX";
    int file = mkstemp(path);
    cr_assert_geq(file, 0);
    cr_assert_eq(write(file, files[i].text, strlen(files[i].text)), (ssize_t)strlen(files[i].text));
    close(file);
    gisa_engine *engine = gisa_engine_new(NULL);
    gisa_engine_add_plugins(engine, PLUGINS);
    gisa_status status = gisa_engine_configure(engine, path);
    if (status == GISA_OK) status = gisa_engine_load(engine);
    cr_expect_eq(status, files[i].message == NULL ? GISA_OK : GISA_USAGE, "file %zu: %s", i, gisa_engine_message(engine));
    if (files[i].message != NULL) {
      cr_expect_not_null(strstr(gisa_engine_message(engine), files[i].message), "file %zu: %s", i, gisa_engine_message(engine));
      cr_expect_not_null(strstr(gisa_engine_message(engine), path), "file %zu: %s", i, gisa_engine_message(engine));
    }
    gisa_engine_free(engine);
    unlink(path);
  }
  gisa_engine *engine = gisa_engine_new(NULL);
  cr_expect_eq(gisa_engine_configure(engine, "/nowhere/gisa.yaml"), GISA_IO);
  gisa_engine_free(engine);
}

Test(limits, refuse_a_source_that_is_too_large) {
  gisa_engine *engine = gisa_engine_new(NULL);
  gisa_result *result;
  gisa_engine_add_plugins(engine, PLUGINS);
  cr_assert_eq(gisa_engine_set_limit(engine, "source_bytes", "10"), GISA_OK);
  cr_assert_eq(gisa_engine_load(engine), GISA_OK);
  cr_expect_eq(gisa_engine_set_limit(engine, "records", "10"), GISA_USAGE);
  cr_expect_str_eq(gisa_engine_message(engine), "limits are set before extractors are loaded");
  cr_expect_eq(gisa_extract(engine, &(gisa_input){.bytes = "01234567890", .length = 11}, &result), GISA_TOO_LARGE);
  cr_expect_str_eq(gisa_engine_message(engine), "has 11 bytes, over the limit of 10 source_bytes");
  cr_expect_eq(gisa_extract(engine, &(gisa_input){.bytes = "0123456789", .length = 10}, &result), GISA_OK);
  gisa_engine_free(engine);
}
