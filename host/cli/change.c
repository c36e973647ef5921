#include "cli/change.h"

#include <stdlib.h>
#include <string.h>

#include "cli/align.h"

static cli_aspect_change *aspect_named(cli_changes *changes, const char *name) {
  for (size_t i = 0; i < changes->aspect_count; i++)
    if (strcmp(changes->aspects[i].name, name) == 0) return &changes->aspects[i];
  if (changes->aspect_count == CLI_MAX_CHANGED_ASPECTS) return NULL;
  cli_aspect_change *aspect = &changes->aspects[changes->aspect_count];
  *aspect = (cli_aspect_change){.name = gs_arena_copy(&changes->arena, name, strlen(name))};
  for (int kind = 0; kind < CLI_CHANGES; kind++) {
    aspect->samples[kind] = gs_arena_zeroed(&changes->arena, (changes->sample_most + 1) * sizeof *aspect->samples[kind]);
    if (aspect->samples[kind] == NULL) return NULL;
  }
  if (aspect->name == NULL) return NULL;
  changes->aspect_count++;
  return aspect;
}

/* FNV-1a of the id. */
static uint32_t hash(const char *id) {
  uint32_t h = 2166136261u;
  for (; *id != '\0'; id++) h = (h ^ (unsigned char)*id) * 16777619u;
  return h;
}

static void add(cli_changes *changes, cli_aspect_change *aspect, cli_change kind, const char *id, const gs_value *old,
                const gs_value *fresh) {
  cli_sample *samples = aspect->samples[kind];
  size_t *count = &aspect->sample_count[kind], most = changes->sample_most, at;
  uint32_t order = hash(id);
  aspect->count[kind]++;
  /* The lowest hashes stay, in their order. */
  for (at = *count; at > 0 && samples[at - 1].order > order; at--);
  if (at >= most) return;
  if (*count < most) ++*count;
  memmove(samples + at + 1, samples + at, (*count - at - 1) * sizeof *samples);
  samples[at] = (cli_sample){gs_arena_copy(&changes->arena, id, strlen(id)), gs_value_copy(&changes->arena, old),
                             gs_value_copy(&changes->arena, fresh), order};
}

static bool overlap(const gs_value *a, const gs_value *b) {
  const gs_value *x = gs_map_get(a, "at"), *y = gs_map_get(b, "at");
  if (x == NULL || y == NULL || x->kind != GS_LIST || y->kind != GS_LIST || x->list.count != 2 || y->list.count != 2) return false;
  return x->list.items[0]->integer < y->list.items[1]->integer && y->list.items[0]->integer < x->list.items[1]->integer;
}

/* Records are versions of one where they overlap in the text or have the same first field. */
static unsigned likeness(const gs_value *a, const gs_value *b) {
  if (gs_value_equal(a, b)) return 1000;
  if (a->kind != GS_MAP || b->kind != GS_MAP || a->map.count == 0) return 0;
  bool first = gs_value_equal(a->map.pairs[0].value, gs_map_get(b, a->map.pairs[0].key) == NULL
                                                         ? &(gs_value){.kind = GS_NULL}
                                                         : gs_map_get(b, a->map.pairs[0].key));
  if (!first && !overlap(a, b)) return 0;
  unsigned count = 1;
  for (uint32_t i = 0; i < a->map.count; i++) {
    const gs_value *other = gs_map_get(b, a->map.pairs[i].key);
    count += other != NULL && gs_value_equal(a->map.pairs[i].value, other);
  }
  return count < 99 ? count * 10 : 990;
}

static int compare_lists(cli_changes *changes, const char *id, const char *name, const gs_value *old, const gs_value *fresh) {
  static const gs_value none = {.kind = GS_LIST};
  if (old == NULL) old = &none;
  if (fresh == NULL) fresh = &none;
  cli_aspect_change *aspect = aspect_named(changes, name);
  uint32_t *partner = aspect == NULL ? NULL : calloc((size_t)old->list.count + 1, sizeof *partner);
  bool *used = partner == NULL ? NULL : calloc((size_t)fresh->list.count + 1, sizeof *used);
  if (used == NULL || cli_align(old, fresh, likeness, partner) != 0) return free(partner), free(used), -1;
  aspect->old += old->list.count;
  aspect->fresh += fresh->list.count;
  size_t before = aspect->count[CLI_GAINED] + aspect->count[CLI_LOST] + aspect->count[CLI_CHANGED];
  for (uint32_t i = 0; i < old->list.count; i++) {
    const gs_value *was = old->list.items[i];
    if (partner[i] == CLI_NOT_ALIGNED) {
      add(changes, aspect, CLI_LOST, id, was, NULL);
      continue;
    }
    used[partner[i]] = true;
    if (!gs_value_equal(was, fresh->list.items[partner[i]]))
      add(changes, aspect, CLI_CHANGED, id, was, fresh->list.items[partner[i]]);
  }
  for (uint32_t i = 0; i < fresh->list.count; i++)
    if (!used[i]) add(changes, aspect, CLI_GAINED, id, NULL, fresh->list.items[i]);
  aspect->articles += before < aspect->count[CLI_GAINED] + aspect->count[CLI_LOST] + aspect->count[CLI_CHANGED];
  free(partner);
  free(used);
  return 0;
}

static bool is_records(const gs_pair *pair) {
  return pair->value->kind == GS_LIST && strcmp(pair->key, "diagnostics") != 0;
}

static bool has_failed(const gs_value *status) {
  return status != NULL && status->kind == GS_STRING &&
         (strcmp(status->string.bytes, "error") == 0 || strcmp(status->string.bytes, "limit") == 0);
}

static void compare_statuses(cli_changes *changes, const gs_value *old, const gs_value *fresh) {
  const gs_value *was = gs_map_get(old, "extractors"), *is = gs_map_get(fresh, "extractors");
  for (uint32_t i = 0; is != NULL && is->kind == GS_MAP && i < is->map.count; i++) {
    bool fails = has_failed(is->map.pairs[i].value), failed = has_failed(gs_map_get(was, is->map.pairs[i].key));
    cli_aspect_change *aspect = fails == failed ? NULL : aspect_named(changes, is->map.pairs[i].key);
    if (aspect == NULL) continue;
    aspect->failed += fails;
    aspect->mended += failed;
  }
}

int cli_compare_results(cli_changes *changes, const char *id, const gs_value *old, const gs_value *fresh) {
  int failed = 0;
  for (uint32_t i = 0; failed == 0 && i < old->map.count; i++) {
    const gs_pair *pair = &old->map.pairs[i];
    if (is_records(pair)) failed = compare_lists(changes, id, pair->key, pair->value, gs_map_get(fresh, pair->key));
  }
  for (uint32_t i = 0; failed == 0 && i < fresh->map.count; i++) {
    const gs_pair *pair = &fresh->map.pairs[i];
    if (is_records(pair) && gs_map_get(old, pair->key) == NULL) failed = compare_lists(changes, id, pair->key, NULL, pair->value);
  }
  compare_statuses(changes, old, fresh);
  return failed;
}

int cli_has_changes(const cli_changes *changes) {
  for (size_t i = 0; i < changes->aspect_count; i++)
    if (changes->aspects[i].articles + changes->aspects[i].failed + changes->aspects[i].mended > 0) return 1;
  return 0;
}
