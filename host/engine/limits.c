/* The limits by name, for command lines and configuration files, and as a whole. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"

typedef struct limit {
  const char *name;
  size_t at, size;         /* of its member in gisa_limits */
  uint64_t least, most;
} limit;

#define LIMIT(name, least, most) {#name, offsetof(gisa_limits, name), sizeof(((gisa_limits *)0)->name), least, most}

/* The least memory is what the sandbox itself takes, twice; depths are those that the tree's readers and writers go. */
static const limit limits[] = {
    LIMIT(source_bytes, 1, UINT32_MAX - 1), LIMIT(front_matter_bytes, 0, UINT32_MAX),
    LIMIT(front_matter_depth, 1, GS_MAX_DEPTH / 2), LIMIT(memory, (size_t)256 << 10, (uint64_t)1 << 40),
    LIMIT(instructions, 1, (uint64_t)1 << 60), LIMIT(match_steps, 1, (uint64_t)1 << 60),
    LIMIT(record_bytes, 1, (uint64_t)1 << 40), LIMIT(records, 1, UINT32_MAX - 1), LIMIT(milliseconds, 0, UINT32_MAX)};
#define LIMITS (sizeof limits / sizeof limits[0])

void gs_limits_default(gisa_limits *to) {
  *to = (gisa_limits){
      /* A long interview has 100 kB; what is forty times that is no article. */
      .source_bytes = (size_t)4 << 20,
      .front_matter_bytes = gs_document_defaults.front_matter_bytes,
      .front_matter_depth = gs_document_defaults.front_matter_depth,
      .memory = gs_limit_defaults.memory,
      .instructions = gs_limit_defaults.instructions,
      .match_steps = gs_limit_defaults.match_steps,
      .record_bytes = gs_limit_defaults.record_bytes,
      .records = gs_limit_defaults.records,
      .milliseconds = gs_limit_defaults.milliseconds,
  };
}

gs_limits gs_limits_of_call(const gisa_limits *from) {
  return (gs_limits){.memory = from->memory,
                     .instructions = from->instructions,
                     .match_steps = from->match_steps,
                     .record_bytes = from->record_bytes,
                     .records = from->records,
                     .milliseconds = from->milliseconds};
}

gs_document_limits gs_limits_of_document(const gisa_limits *from) {
  return (gs_document_limits){.front_matter_bytes = from->front_matter_bytes, .front_matter_depth = from->front_matter_depth};
}

static uint64_t value_of(const gisa_limits *from, const limit *l) {
  const char *at = (const char *)from + l->at;
  if (l->size == sizeof(uint32_t)) return *(const uint32_t *)(const void *)at;
  return *(const uint64_t *)(const void *)at;
}

static gisa_status check(gisa_engine *engine, const limit *l, uint64_t value) {
  if (engine->loaded) return gs_engine_fail(engine, GISA_USAGE, false, "limits are set before extractors are loaded");
  if (value >= l->least && value <= l->most) return GISA_OK;
  return gs_engine_fail(engine, GISA_USAGE, false, "the limit %s is %llu, wanted %llu to %llu", l->name,
                        (unsigned long long)value, (unsigned long long)l->least, (unsigned long long)l->most);
}

void gisa_engine_limits(const gisa_engine *engine, gisa_limits *to) {
  *to = engine->limits;
}

gisa_status gisa_engine_set_limits(gisa_engine *engine, const gisa_limits *from) {
  for (size_t i = 0; i < LIMITS; i++) {
    gisa_status status = check(engine, &limits[i], value_of(from, &limits[i]));
    if (status != GISA_OK) return status;
  }
  engine->limits = *from;
  return GISA_OK;
}

/* A number with an optional k, M or G, each 1024 times the one before. */
static bool read_number(const char *text, uint64_t *value) {
  static const char units[] = "kMG";
  char *end;
  if (text[0] < '0' || text[0] > '9') return false;
  unsigned long long number = strtoull(text, &end, 10);
  const char *unit = *end == '\0' ? NULL : strchr(units, *end);
  if (*end != '\0' && (unit == NULL || end[1] != '\0')) return false;
  int shift = unit == NULL ? 0 : 10 * (int)(unit - units + 1);
  if (number > UINT64_MAX >> shift) return false;
  *value = (uint64_t)number << shift;
  return true;
}

gisa_status gisa_engine_set_limit(gisa_engine *engine, const char *name, const char *text) {
  const char *names[LIMITS];
  for (size_t i = 0; i < LIMITS; i++) {
    const limit *l = &limits[i];
    names[i] = l->name;
    if (strcmp(l->name, name) != 0) continue;
    uint64_t value;
    if (!read_number(text, &value))
      return gs_engine_fail(engine, GISA_USAGE, false, "the limit %s is '%s', wanted a number, e.g. 500k or 16M", name, text);
    gisa_status status = check(engine, l, value);
    char *at = (char *)&engine->limits + l->at;
    if (status == GISA_OK && l->size == sizeof(uint32_t)) *(uint32_t *)(void *)at = (uint32_t)value;
    else if (status == GISA_OK) *(uint64_t *)(void *)at = value;
    return status;
  }
  const char *nearest = gs_nearest(name, names, LIMITS);
  if (nearest != NULL)
    return gs_engine_fail(engine, GISA_USAGE, false, "there is no limit '%s'; did you mean '%s'?", name, nearest);
  return gs_engine_fail(engine, GISA_USAGE, false, "there is no limit '%s'", name);
}
