/* A set of words that answers "which word begins (or ends) here?": words are grouped by their first and by their last code
 * point, the longest of a group first. At most places none does, and the two code points there tell: a filter of some 16 bits a word
 * knows those that words begin (or end) with. */
#ifndef GS_SCRIPT_WORD_SET_H
#define GS_SCRIPT_WORD_SET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gs_word {
  const char *bytes, *tag; /* tag NULL where there is none */
  uint32_t length, tag_length;
} gs_word;

/* The words that share a first (or last) code point: count of them from first on. A free slot has count 0. */
typedef struct gs_word_group {
  uint32_t code_point; /* its UTF-8 bytes, packed */
  uint32_t first, count;
} gs_word_group;

#define GS_WORD_STARTS 4096

typedef struct gs_word_set {
  uint32_t count;
  uint32_t slots;                /* a power of two */
  uint8_t starts[GS_WORD_STARTS / 8]; /* a filter of the code points that words begin with, for the search through a text */
  bool single;                   /* some word is one code point */
  uint32_t largest;              /* words in the largest group: what one probe can cost */
  const gs_word *by_head, *by_tail;
  gs_word_group *heads, *tails;
  uint8_t *head_pairs, *tail_pairs; /* filters of 8 * slots bits */
} gs_word_set;

/* The memory that a set of count words takes beside their bytes. */
size_t gs_word_set_size(uint32_t count);

/* Lays a set out in memory (gs_word_set_size bytes, aligned for any type). words are copied, the bytes they point to are not.
 * Words must be non-empty UTF-8; a word that occurs twice keeps its first tag. */
gs_word_set *gs_word_set_build(void *memory, const gs_word *words, uint32_t count);

/* The word that is these bytes; NULL. */
const gs_word *gs_word_set_get(const gs_word_set *set, const char *bytes, size_t length);

/* The longest word at the start, or at the end, of these bytes; NULL. */
const gs_word *gs_word_set_head(const gs_word_set *set, const char *bytes, size_t length);
const gs_word *gs_word_set_tail(const gs_word_set *set, const char *bytes, size_t length);

/* The leftmost word at or behind the byte offset *at (the longest that begins there), and its offset in *at. NULL. */
const gs_word *gs_word_set_find(const gs_word_set *set, const char *bytes, size_t length, size_t *at);

#endif
