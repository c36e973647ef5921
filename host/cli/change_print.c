#include <string.h>

#include "cli/change.h"
#include "cli/paint.h"

static void print_sample(FILE *out, const cli_sample *sample, int colour) {
  static const gs_value nothing = {.kind = GS_NULL};
  fprintf(out, "  in %s\n", sample->id);
  if (sample->old == NULL || sample->fresh == NULL) {
    cli_print_change(out, colour, "    ", NULL, sample->old, sample->fresh);
    return;
  }
  /* Of a changed record its first field tells which it is; the others show where they differ. */
  for (uint32_t i = 0; i < sample->old->map.count; i++) {
    const gs_pair *pair = &sample->old->map.pairs[i];
    const gs_value *other = gs_map_get(sample->fresh, pair->key);
    if (other == NULL || !gs_value_equal(pair->value, other))
      cli_print_change(out, colour, "    ", pair->key, pair->value, other == NULL ? &nothing : other);
    else if (i == 0 && pair->value->kind == GS_STRING)
      fprintf(out, "      %s: %.*s\n", pair->key, (int)pair->value->string.length, pair->value->string.bytes);
  }
  for (uint32_t i = 0; i < sample->fresh->map.count; i++) {
    const gs_pair *pair = &sample->fresh->map.pairs[i];
    if (gs_map_get(sample->old, pair->key) == NULL) cli_print_change(out, colour, "    ", pair->key, NULL, pair->value);
  }
}

static void print_samples(FILE *out, const cli_aspect_change *aspect, int colour) {
  static const char *const kinds[] = {"gained", "lost", "changed"};
  for (int kind = 0; kind < CLI_CHANGES; kind++) {
    if (aspect->sample_count[kind] == 0) continue;
    fprintf(out, "\n%s%s %s, %zu of %zu%s\n", cli_paint(colour, CLI_BOLD), aspect->name, kinds[kind],
            aspect->sample_count[kind], aspect->count[kind], cli_paint(colour, CLI_PLAIN));
    for (size_t i = 0; i < aspect->sample_count[kind]; i++) print_sample(out, &aspect->samples[kind][i], colour);
  }
}

void cli_print_changes(FILE *out, const cli_changes *changes, int colour) {
  fprintf(out, "%-14s %8s %8s %8s %8s %8s %9s\n", "", "old", "new", "gained", "lost", "changed", "articles");
  for (size_t i = 0; i < changes->aspect_count; i++) {
    const cli_aspect_change *a = &changes->aspects[i];
    fprintf(out, "%-14s %8zu %8zu %8zu %8zu %8zu %9zu\n", a->name, a->old, a->fresh, a->count[CLI_GAINED],
            a->count[CLI_LOST], a->count[CLI_CHANGED], a->articles);
    if (a->failed + a->mended > 0)
      fprintf(out, "  fails now on %zu articles, no longer on %zu\n", a->failed, a->mended);
  }
  for (size_t i = 0; i < changes->aspect_count; i++) print_samples(out, &changes->aspects[i], colour);
}
