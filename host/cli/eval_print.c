#include <string.h>

#include "cli/buffer.h"
#include "cli/eval.h"
#include "cli/paint.h"
#include "record/write.h"

static void print_numbers(FILE *out, const cli_tally *tally) {
  cli_score s = cli_score_of(tally);
  fprintf(out, "P %.3f  R %.3f  F1 %.3f", s.precision, s.recall, s.f1);
}

static int is_empty(const cli_tally *t) {
  return t->right + t->missed + t->extra == 0;
}

static void print_fields(FILE *out, const cli_aspect *aspect) {
  fprintf(out, "  %-14s ", "all, strictly");
  print_numbers(out, &aspect->strict);
  fputc('\n', out);
  for (size_t f = 0; f < aspect->field_count; f++) {
    const cli_gold_field *field = &aspect->fields[f];
    if (is_empty(&field->strict)) continue;
    fprintf(out, "  %-14s ", field->name);
    print_numbers(out, &field->strict);
    fputs("   lenient  ", out);
    print_numbers(out, &field->lenient);
    fputc('\n', out);
  }
}

void cli_print_evaluation(FILE *out, const cli_evaluation *e, int fields) {
  fprintf(out, "%zu gold articles, %zu without a result\n", e->articles, e->absent);
  for (size_t i = 0; i < e->scoring.aspect_count; i++) {
    const cli_aspect *aspect = &e->scoring.aspects[i];
    const cli_tally *t = &aspect->tally;
    fprintf(out, "%-12s ", aspect->name);
    print_numbers(out, t);
    fprintf(out, "   (right %zu, missed %zu, extra %zu)\n", t->right, t->missed, t->extra);
    if (fields && aspect->field_count > 0) print_fields(out, aspect);
  }
}

void cli_print_mistakes(FILE *out, const cli_evaluation *e, const char *aspect, int colour) {
  for (size_t i = 0; i < e->mistake_count; i++) {
    const cli_evidence *m = &e->mistakes[i];
    if (aspect != NULL && strcmp(aspect, m->aspect) != 0) continue;
    const char *kind = m->got == NULL ? "missed" : m->wanted == NULL ? "extra" : "wrong";
    fprintf(out, "\n%s %s in %s\n", m->aspect, kind, m->id);
    cli_print_change(out, colour, "  ", NULL, m->wanted, m->got);
    if (m->sentence == NULL) continue;
    fputs("  in ", out);
    gs_json_write(m->sentence, false, &(gs_sink){cli_stream_write, out});
  }
}

static bool set(gs_arena *arena, gs_value *map, const char *key, gs_value *value) {
  return gs_map_set(arena, map, key, strlen(key), value);
}

static gs_value *text(gs_arena *arena, const char *s) {
  return gs_string(arena, s, strlen(s));
}

/* precision, recall, f1 and the counts of a tally. */
static gs_value *tally_value(gs_arena *arena, const cli_tally *t) {
  cli_score s = cli_score_of(t);
  gs_value *map = gs_map(arena);
  bool whole = map != NULL && set(arena, map, "precision", gs_number(arena, s.precision)) &&
               set(arena, map, "recall", gs_number(arena, s.recall)) && set(arena, map, "f1", gs_number(arena, s.f1)) &&
               set(arena, map, "right", gs_integer(arena, (int64_t)t->right)) &&
               set(arena, map, "missed", gs_integer(arena, (int64_t)t->missed)) &&
               set(arena, map, "extra", gs_integer(arena, (int64_t)t->extra));
  if (whole) map->flow = true;
  return whole ? map : NULL;
}

static gs_value *aspect_value(gs_arena *arena, const cli_aspect *aspect) {
  gs_value *map = tally_value(arena, &aspect->tally), *fields = gs_map(arena);
  bool whole = map != NULL && fields != NULL;
  for (size_t f = 0; whole && f < aspect->field_count; f++) {
    const cli_gold_field *field = &aspect->fields[f];
    gs_value *both = gs_map(arena);
    whole = both != NULL && set(arena, both, "strict", tally_value(arena, &field->strict)) &&
            set(arena, both, "lenient", tally_value(arena, &field->lenient)) && set(arena, fields, field->name, both);
  }
  if (map != NULL) map->flow = false;
  if (whole && aspect->field_count > 0)
    whole = set(arena, map, "strict", tally_value(arena, &aspect->strict)) && set(arena, map, "fields", fields);
  return whole ? map : NULL;
}

static gs_value *mistake_value(gs_arena *arena, const cli_evidence *m) {
  gs_value *map = gs_map(arena);
  bool whole = map != NULL && set(arena, map, "aspect", text(arena, m->aspect)) &&
               set(arena, map, "id", text(arena, m->id));
  if (whole && m->wanted != NULL) whole = set(arena, map, "wanted", m->wanted);
  if (whole && m->got != NULL) whole = set(arena, map, "got", m->got);
  if (whole && m->sentence != NULL) whole = set(arena, map, "sentence", m->sentence);
  return whole ? map : NULL;
}

int cli_write_evaluation(FILE *out, cli_evaluation *e) {
  gs_arena *arena = &e->arena;
  gs_value *root = gs_map(arena), *aspects = gs_map(arena), *mistakes = gs_list(arena);
  bool whole = root != NULL && aspects != NULL && mistakes != NULL;
  for (size_t i = 0; whole && i < e->scoring.aspect_count; i++)
    whole = set(arena, aspects, e->scoring.aspects[i].name, aspect_value(arena, &e->scoring.aspects[i]));
  for (size_t i = 0; whole && i < e->mistake_count; i++)
    whole = gs_list_add(arena, mistakes, mistake_value(arena, &e->mistakes[i]));
  whole = whole && set(arena, root, "articles", gs_integer(arena, (int64_t)e->articles)) &&
          set(arena, root, "absent", gs_integer(arena, (int64_t)e->absent)) && set(arena, root, "aspects", aspects) &&
          set(arena, root, "mistakes", mistakes);
  return whole && gs_json_write(root, true, &(gs_sink){cli_stream_write, out}) == GISA_OK ? 0 : -1;
}
