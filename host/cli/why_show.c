#include <stdlib.h>
#include <string.h>

#include "cli/buffer.h"
#include "cli/paint.h"
#include "cli/why.h"
#include "record/write.h"
#include "text/code_point.h"

#define WIDTH 44 /* code points of context beside what is shown */

static const char *text_of(const cli_why *why) {
  return why->document.text.bytes;
}

/* Prints bytes on one line. */
static void print_flat(FILE *out, const char *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) fputc(bytes[i] == '\n' || bytes[i] == '\t' ? ' ' : bytes[i], out);
}

/* Prints bytes [start, stop) of a text with [from, to) marked, and no more than WIDTH code points beside that. */
static void print_marked(const cli_why *why, FILE *out, const char *bytes, size_t start, size_t stop, size_t from, size_t to,
                         cli_colour colour) {
  size_t left = from, right = to;
  for (int n = 0; n < WIDTH && left > start; n++)
    do left--; while (left > start && !gs_is_boundary(bytes[left]));
  for (int n = 0; n < WIDTH && right < stop; n++)
    do right++; while (right < stop && !gs_is_boundary(bytes[right]));
  if (left > start) fputs("…", out);
  print_flat(out, bytes + left, from - left);
  fputs(why->colour ? cli_paint(1, colour) : "⟦", out);
  print_flat(out, bytes + from, to - from);
  fputs(why->colour ? cli_paint(1, CLI_PLAIN) : "⟧", out);
  print_flat(out, bytes + to, right - to);
  if (right < stop) fputs("…", out);
}

/* `…/phones/extractor.lua` as `phones/extractor.lua`. */
static const char *short_path(const char *path) {
  const char *last = strrchr(path, '/');
  while (last != NULL && last > path && last[-1] != '/') last--;
  return last == NULL ? path : last;
}

static void print_triggers(const cli_why *why, FILE *out) {
  const gs_extractor *x = &why->member->extractor;
  if (x->trigger_count == 0) {
    fputs("triggers: none, so every article is tried\n", out);
    return;
  }
  fputs("triggers:\n", out);
  const gs_span parts[] = {why->document.title, why->document.body};
  for (uint32_t i = 0; i < x->trigger_count; i++) {
    size_t count = 0;
    const char *first = NULL;
    for (int p = 0; p < 2; p++) {
      const char *at = text_of(why) + parts[p].start, *stop = text_of(why) + parts[p].stop;
      while ((at = memmem(at, (size_t)(stop - at), x->triggers[i].bytes, x->triggers[i].length)) != NULL) {
        if (first == NULL) first = at;
        count++;
        at += x->triggers[i].length;
      }
    }
    uint32_t place = first == NULL ? 0 : (uint32_t)(first - text_of(why));
    gs_span source = gs_offset_source(&why->document.text.map, (gs_span){place, place});
    if (count == 0) fprintf(out, "  %s  does not occur\n", x->triggers[i].bytes);
    else fprintf(out, "  %s  occurs %zu×, first at byte %u\n", x->triggers[i].bytes, count, source.start);
  }
  if (!why->triggered) fputs("None occurs in title or body, so the extractor was not called.\n", out);
}

/* Prints a pattern around an item that was not found. */
static void print_needed(const cli_why *why, FILE *out, const gs_pattern *pattern, const gs_near_miss *miss) {
  size_t stop = miss->needed_stop;
  /* A long group shows by its beginning. */
  if (stop - miss->needed > 120) {
    stop = miss->needed + 120;
    while (stop < pattern->length && !gs_is_boundary(pattern->source[stop])) stop++;
  }
  print_marked(why, out, pattern->source, 0, pattern->length, miss->needed, stop, CLI_RED);
}

static bool find_miss(const cli_why *why, const cli_try *t, uint32_t focus, gs_near_miss *miss) {
  const char *bytes = t->string != NULL ? t->string : text_of(why) + t->subject.start;
  size_t from = t->from, until = t->length;
  if (t->string == NULL && focus != GS_NOWHERE && t->sentence == GS_NOWHERE) {
    gs_span sentence = why->document.sentences.items[focus];
    if (sentence.start > t->subject.start + from) from = sentence.start - t->subject.start;
    if (sentence.stop < t->subject.stop) until = sentence.stop - t->subject.start;
  }
  return from <= until && until <= t->length && gs_near_miss_find(t->pattern, bytes, t->length, from, until, miss);
}

static void print_miss(const cli_why *why, FILE *out, const cli_try *t, const gs_near_miss *miss) {
  const char *bytes = t->string != NULL ? t->string : text_of(why) + t->subject.start;
  fputs("      fitted  ", out);
  print_marked(why, out, bytes, 0, t->length, miss->start, miss->reached, CLI_GREEN);
  fputs("\n      wanted  ", out);
  print_needed(why, out, t->pattern, miss);
  fputc('\n', out);
}

static void print_pattern_line(FILE *out, const gs_pattern *pattern) {
  size_t shown = pattern->length;
  if (shown > 100)
    for (shown = 100; !gs_is_boundary(pattern->source[shown]);) shown--;
  fprintf(out, "  %s  ", pattern->place == NULL ? "?" : short_path(pattern->place));
  print_flat(out, pattern->source, shown);
  fputs(shown < pattern->length ? "…\n" : "\n", out);
}

/* Of a pattern's searches that found nothing, the one that took the most bytes. */
static const cli_try *nearest_miss(const cli_why *why, const gs_pattern *pattern, uint32_t focus, gs_near_miss *best) {
  const cli_try *nearest = NULL;
  unsigned looked = 0;
  /* Each look is a slow search; a pattern that was tried on many sentences shows its point within the first hundreds. */
  for (size_t i = 0; i < why->try_count && looked < 400; i++) {
    const cli_try *t = &why->tries[i];
    gs_near_miss miss;
    if (t->pattern != pattern || t->found) continue;
    if (focus != GS_NOWHERE && t->sentence != focus && t->sentence != GS_NOWHERE) continue;
    looked++;
    if (!find_miss(why, t, focus, &miss)) continue;
    if (nearest != NULL && miss.reached - miss.start <= best->reached - best->start) continue;
    nearest = t;
    *best = miss;
  }
  return nearest;
}

/* Whether a search belongs to what is shown: all, or the sentence in focus (and the searches over many that passed through it). */
static bool is_shown(const cli_why *why, const cli_try *t) {
  if (why->focus == GS_NOWHERE || t->sentence == why->focus) return true;
  gs_span sentence = why->document.sentences.items[why->focus];
  return t->string == NULL && t->sentence == GS_NOWHERE && t->subject.start + t->from < sentence.stop &&
         t->subject.stop > sentence.start;
}

static bool is_first_of_pattern(const cli_why *why, size_t index) {
  for (size_t i = 0; i < index; i++)
    if (why->tries[i].pattern == why->tries[index].pattern && is_shown(why, &why->tries[i])) return false;
  return true;
}

static void print_pattern(const cli_why *why, FILE *out, size_t index) {
  const gs_pattern *pattern = why->tries[index].pattern;
  size_t tried = 0, found = 0;
  const cli_try *first = NULL;
  for (size_t i = index; i < why->try_count; i++) {
    const cli_try *t = &why->tries[i];
    if (t->pattern != pattern || !is_shown(why, t)) continue;
    tried++;
    found += t->found;
    if (t->found && first == NULL) first = t;
  }
  print_pattern_line(out, pattern);
  fprintf(out, "      %zu of %zu searches found it (line %d)\n", found, tried, why->tries[index].line);
  if (first != NULL) {
    const char *bytes = first->string != NULL ? first->string : text_of(why);
    fputs("      found   ", out);
    gs_span room = first->string != NULL ? (gs_span){0, first->length} : first->subject;
    print_marked(why, out, bytes, room.start, room.stop, first->match.start, first->match.stop, CLI_GREEN);
    fputc('\n', out);
  }
  gs_near_miss miss = {0};
  const cli_try *nearest = found == tried ? NULL : nearest_miss(why, pattern, why->focus, &miss);
  if (nearest != NULL) print_miss(why, out, nearest, &miss);
}

static void print_patterns(const cli_why *why, FILE *out) {
  size_t shown = 0;
  for (size_t i = 0; i < why->try_count; i++)
    if (is_shown(why, &why->tries[i]) && is_first_of_pattern(why, i)) {
      if (shown++ == 0) fputs("patterns:\n", out);
      print_pattern(why, out, i);
    }
  if (shown == 0) fputs(why->triggered ? "patterns: none was tried\n" : "", out);
  if (why->dropped > 0) fprintf(out, "  %zu more searches were not noted down\n", why->dropped);
}

static void print_notes(const cli_why *why, FILE *out) {
  size_t shown = 0;
  for (size_t i = 0; i < why->note_count; i++) {
    if (why->focus != GS_NOWHERE && why->notes[i].sentence != why->focus) continue;
    if (shown++ == 0) fputs("notes:\n", out);
    fprintf(out, "  %s\n", why->notes[i].text);
  }
}

static void print_fields(const cli_why *why, FILE *out, const gs_record *record) {
  const gs_extractor *x = &why->member->extractor;
  for (uint32_t f = 0; f < x->field_count; f++) {
    if (record->facts[f].value == NULL) continue;
    fprintf(out, "      %s: ", x->fields[f].name);
    gs_json_write(record->facts[f].value, false, &(gs_sink){cli_stream_write, out});
  }
}

static void print_records(const cli_why *why, FILE *out) {
  const gs_records *records = &why->member->records;
  size_t shown = 0;
  for (uint32_t i = 0; i < records->count; i++) {
    const gs_record *record = &records->items[i];
    uint32_t first = cli_why_sentence(why, record->at.start);
    gs_span sentence = first == GS_NOWHERE ? why->document.body : why->document.sentences.items[first];
    if (why->focus != GS_NOWHERE) {
      gs_span focus = why->document.sentences.items[why->focus];
      if (record->at.start >= focus.stop || record->at.stop <= focus.start) continue;
    }
    if (shown++ == 0) fputs("records:\n", out);
    gs_span source = gs_offset_source(&why->document.text.map, record->at);
    fprintf(out, "  %u at bytes [%u, %u]  ", i + 1, source.start, source.stop);
    if (record->at.start < sentence.start) sentence.start = record->at.start;
    if (record->at.stop > sentence.stop) sentence.stop = record->at.stop;
    print_marked(why, out, text_of(why), sentence.start, sentence.stop, record->at.start, record->at.stop, CLI_GREEN);
    fputc('\n', out);
    print_fields(why, out, record);
  }
  if (shown == 0) fputs("records: none\n", out);
}

void cli_why_show(const cli_why *why, FILE *out) {
  print_triggers(why, out);
  if (why->focus != GS_NOWHERE) {
    gs_span sentence = why->document.sentences.items[why->focus];
    gs_span source = gs_offset_source(&why->document.text.map, sentence);
    fprintf(out, "sentence %u at bytes [%u, %u]:\n  %s", why->focus + 1, source.start, source.stop,
            cli_paint(why->colour, CLI_BOLD));
    print_flat(out, text_of(why) + sentence.start, sentence.stop - sentence.start);
    fprintf(out, "%s\n", cli_paint(why->colour, CLI_PLAIN));
  }
  print_patterns(why, out);
  print_notes(why, out);
  print_records(why, out);
}
