/* What an extractor tries, noted down as it happens: a copy of each search, since nothing of it outlives the call. */
#include <string.h>

#include "cli/why.h"

/* A search is 80 bytes; an extractor that makes more than this on one article needs another cure. */
#define MAX_TRIES ((size_t)200000)
#define MAX_STRING 4096 /* bytes kept of a subject that is no span */

uint32_t cli_why_sentence(const cli_why *why, uint32_t at) {
  const gs_spans *sentences = &why->document.sentences;
  for (uint32_t i = 0; i < sentences->count; i++)
    if (at < sentences->items[i].stop) return at >= sentences->items[i].start ? i : GS_NOWHERE;
  return GS_NOWHERE;
}

void cli_why_begins(void *context, const gs_document *document, bool triggered) {
  cli_why *why = context;
  why->document = *document;
  why->began = true;
  why->triggered = triggered;
  why->current = GS_NOWHERE;
}

/* Room for one more entry of a list in the arena; NULL when memory is out. */
static void *grow(cli_why *why, void *list, size_t count, size_t *room, size_t size) {
  if (count < *room) return list;
  size_t wider = *room * 2 + 64;
  void *grown = gs_arena_grow(&why->arena, list, *room * size, wider * size);
  if (grown != NULL) *room = wider;
  return grown;
}

void cli_why_note(void *context, const char *text, size_t length) {
  cli_why *why = context;
  cli_note *notes = grow(why, why->notes, why->note_count, &why->note_room, sizeof *notes);
  const char *copy = gs_arena_copy(&why->arena, text, length);
  if (notes == NULL || copy == NULL) return;
  why->notes = notes;
  notes[why->note_count++] = (cli_note){copy, why->current};
}

/* The sentence of a search: where the match stands, else the one that holds the whole subject. */
static uint32_t sentence_of(const cli_why *why, const cli_try *t) {
  if (t->string != NULL) return why->current;
  if (t->found) return cli_why_sentence(why, t->match.start);
  uint32_t i = cli_why_sentence(why, t->subject.start);
  return i != GS_NOWHERE && t->subject.stop <= why->document.sentences.items[i].stop ? i : GS_NOWHERE;
}

void cli_why_tried(void *context, const gs_try *attempt) {
  cli_why *why = context;
  const gs_subject *subject = attempt->subject;
  cli_try *tries = why->try_count < MAX_TRIES ? grow(why, why->tries, why->try_count, &why->try_room, sizeof *tries) : NULL;
  if (tries == NULL) {
    why->dropped++;
    return;
  }
  why->tries = tries;
  cli_try *t = &tries[why->try_count];
  *t = (cli_try){.pattern = attempt->pattern, .line = attempt->line, .length = (uint32_t)subject->length,
                 .from = (uint32_t)attempt->from, .found = attempt->groups != NULL};
  t->path = gs_arena_copy(&why->arena, attempt->path, strlen(attempt->path));
  if (subject->is_span) {
    t->subject = (gs_span){subject->base, subject->base + (uint32_t)subject->length};
  } else {
    if (t->length > MAX_STRING) t->length = MAX_STRING;
    t->string = gs_arena_copy(&why->arena, subject->bytes, t->length);
  }
  if (t->path == NULL || (!subject->is_span && t->string == NULL)) return;
  uint32_t base = subject->is_span ? subject->base : 0;
  if (t->found) t->match = (gs_span){base + (uint32_t)attempt->groups[0], base + (uint32_t)attempt->groups[1]};
  t->sentence = sentence_of(why, t);
  if (t->sentence != GS_NOWHERE) why->current = t->sentence;
  why->try_count++;
}
