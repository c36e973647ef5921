#include "script/word_set.h"

#include <stdlib.h>
#include <string.h>

/* The bytes of the code point at the start as one integer; *size gets their count. */
static inline uint32_t first_code_point(const char *bytes, size_t length, size_t *size) {
  const unsigned char *byte = (const unsigned char *)bytes;
  size_t n = byte[0] < 0x80 ? 1 : byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
  if (n > length) n = length;
  uint32_t packed = byte[0];
  if (n > 1) packed = packed << 8 | byte[1];
  if (n > 2) packed = packed << 8 | byte[2];
  if (n > 3) packed = packed << 8 | byte[3];
  *size = n;
  return packed;
}

static uint32_t last_code_point(const char *bytes, size_t length, size_t *size) {
  size_t start = length - 1, whole;
  while (start > 0 && ((unsigned char)bytes[start] & 0xC0) == 0x80) start--;
  *size = length - start;
  return first_code_point(bytes + start, length - start, &whole);
}

static uint32_t spread(uint32_t code_point, uint32_t slots) {
  return (code_point * 2654435761u >> 12) & (slots - 1); /* Knuth's multiplicative hash */
}

/* The bit of two neighbours in a filter. beside 0: the word is one code point, or the text ends there. */
static inline uint32_t pair_bit(uint32_t code_point, uint32_t beside, uint32_t slots) {
  return ((code_point * 2654435761u) ^ (beside * 2246822519u)) >> 8 & (8 * slots - 1);
}

static inline bool is_set(const uint8_t *filter, uint32_t bit) {
  return (filter[bit / 8] >> bit % 8 & 1) != 0;
}

static void add_pair(uint8_t *filter, uint32_t slots, uint32_t code_point, uint32_t beside) {
  uint32_t bit = pair_bit(code_point, beside, slots);
  filter[bit / 8] |= (uint8_t)(1u << bit % 8);
}

/* Whether some word may begin (or end) with these two: with both, or with the first alone. */
static inline bool has_pair(const gs_word_set *set, const uint8_t *filter, uint32_t code_point, uint32_t beside) {
  return is_set(filter, pair_bit(code_point, beside, set->slots)) ||
         (set->single && is_set(filter, pair_bit(code_point, 0, set->slots)));
}

/* The two code points at the start, or from the end on; 0 for the second where there is one only. */
static uint32_t first_pair(const char *bytes, size_t length, uint32_t *beside) {
  size_t size, next;
  uint32_t code_point = first_code_point(bytes, length, &size);
  *beside = size < length ? first_code_point(bytes + size, length - size, &next) : 0;
  return code_point;
}

static uint32_t last_pair(const char *bytes, size_t length, uint32_t *beside) {
  size_t size, next;
  uint32_t code_point = last_code_point(bytes, length, &size);
  *beside = size < length ? last_code_point(bytes, length - size, &next) : 0;
  return code_point;
}

static const gs_word_group *look_up(const gs_word_group *groups, uint32_t slots, uint32_t code_point) {
  for (uint32_t slot = spread(code_point, slots);; slot = (slot + 1) & (slots - 1)) {
    if (groups[slot].count == 0) return NULL;
    if (groups[slot].code_point == code_point) return &groups[slot];
  }
}

/* Longer words first; equal ones in the order in which they were given, in which their bytes lie. */
static int by_length(const void *a, const void *b) {
  const gs_word *x = a, *y = b;
  if (x->length != y->length) return x->length > y->length ? -1 : 1;
  int bytes = memcmp(x->bytes, y->bytes, x->length);
  return bytes != 0 ? bytes : x->bytes < y->bytes ? -1 : x->bytes > y->bytes;
}

static uint32_t slots_for(uint32_t count) {
  uint32_t slots = 16;
  while (slots < 2 * count) slots *= 2;
  return slots;
}

size_t gs_word_set_size(uint32_t count) {
  return sizeof(gs_word_set) + 2 * (size_t)count * sizeof(gs_word) +
         2 * (size_t)slots_for(count) * (sizeof(gs_word_group) + 1);
}

static gs_word_group *group_of(gs_word_group *groups, uint32_t slots, uint32_t code_point) {
  uint32_t slot = spread(code_point, slots);
  while (groups[slot].count > 0 && groups[slot].code_point != code_point) slot = (slot + 1) & (slots - 1);
  return &groups[slot];
}

/* The code point that groups a word: its first or its last one. */
typedef uint32_t key_of(const char *bytes, size_t length, size_t *size);

static uint32_t first_key(const char *bytes, size_t length, size_t *size) {
  return first_code_point(bytes, length, size);
}

/* Lays words out in sorted by groups, each in order: only what shares a code point has to be sorted. Leaves out what occurs again, and
 * returns how many stay. */
static uint32_t group(gs_word_group *groups, uint32_t slots, key_of *key, const gs_word *words, uint32_t count, gs_word *sorted,
                      uint32_t *largest) {
  size_t size;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t code_point = key(words[i].bytes, words[i].length, &size);
    gs_word_group *g = group_of(groups, slots, code_point);
    g->code_point = code_point;
    g->count++;
  }
  for (uint32_t slot = 0, first = 0; slot < slots; slot++) {
    groups[slot].first = first;
    first += groups[slot].count;
  }
  for (uint32_t i = 0; i < count; i++) sorted[group_of(groups, slots, key(words[i].bytes, words[i].length, &size))->first++] = words[i];
  uint32_t kept = 0;
  for (uint32_t slot = 0; slot < slots; slot++) {
    gs_word_group *g = &groups[slot];
    const gs_word *own = sorted + g->first - g->count;
    qsort(sorted + g->first - g->count, g->count, sizeof *sorted, by_length);
    g->first = kept;
    for (uint32_t i = 0; i < g->count; i++) {
      bool again = kept > g->first && sorted[kept - 1].length == own[i].length &&
                   memcmp(sorted[kept - 1].bytes, own[i].bytes, own[i].length) == 0;
      if (!again) sorted[kept++] = own[i];
    }
    g->count = kept - g->first;
    if (g->count > *largest) *largest = g->count;
  }
  return kept;
}

/* The bit of the code point here among those that words begin with, and its size: the low 12 bits of the code point, which tell
 * syllables apart well enough. GS_WORD_STARTS for the rare ones, which have none. */
static inline uint32_t start_bit(const unsigned char *byte, size_t length, size_t *size) {
  if (byte[0] < 0x80) return *size = 1, byte[0];
  if ((byte[0] & 0xF0) == 0xE0 && length >= 3) return *size = 3, (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
  first_code_point((const char *)byte, length, size);
  return GS_WORD_STARTS;
}

static void fill_filters(gs_word_set *set) {
  set->single = false;
  memset(set->starts, 0, sizeof set->starts);
  for (uint32_t i = 0; i < set->count; i++) {
    const gs_word *word = &set->by_head[i];
    size_t size;
    uint32_t start = start_bit((const unsigned char *)word->bytes, word->length, &size);
    if (start < GS_WORD_STARTS) set->starts[start / 8] |= (uint8_t)(1u << start % 8);
    uint32_t beside, code_point = first_pair(word->bytes, word->length, &beside);
    set->single |= beside == 0;
    add_pair(set->head_pairs, set->slots, code_point, beside);
    code_point = last_pair(word->bytes, word->length, &beside);
    add_pair(set->tail_pairs, set->slots, code_point, beside);
  }
}

gs_word_set *gs_word_set_build(void *memory, const gs_word *words, uint32_t count) {
  gs_word_set *set = memory;
  gs_word *heads = (gs_word *)(set + 1), *tails = heads + count;
  set->slots = slots_for(count);
  set->heads = (gs_word_group *)(tails + count);
  set->tails = set->heads + set->slots;
  set->head_pairs = (uint8_t *)(set->tails + set->slots);
  set->tail_pairs = set->head_pairs + set->slots;
  memset(set->heads, 0, 2 * (size_t)set->slots * (sizeof(gs_word_group) + 1));
  set->largest = 0;
  set->count = group(set->heads, set->slots, first_key, words, count, heads, &set->largest);
  (void)group(set->tails, set->slots, last_code_point, heads, set->count, tails, &set->largest);
  set->by_head = heads;
  set->by_tail = tails;
  fill_filters(set);
  return set;
}

/* The longest of the words that begin with a code point, which is known to begin here. */
static const gs_word *head_of(const gs_word_set *set, uint32_t code_point, const char *bytes, size_t length) {
  const gs_word_group *g = look_up(set->heads, set->slots, code_point);
  for (uint32_t i = 0; g != NULL && i < g->count; i++) {
    const gs_word *word = &set->by_head[g->first + i];
    if (word->length <= length && memcmp(word->bytes, bytes, word->length) == 0) return word;
  }
  return NULL;
}

/* The word that begins here; NULL. */
static const gs_word *word_at(const gs_word_set *set, const char *bytes, size_t length) {
  uint32_t beside, code_point = first_pair(bytes, length, &beside);
  return has_pair(set, set->head_pairs, code_point, beside) ? head_of(set, code_point, bytes, length) : NULL;
}

const gs_word *gs_word_set_get(const gs_word_set *set, const char *bytes, size_t length) {
  if (length == 0) return NULL;
  uint32_t beside, code_point = first_pair(bytes, length, &beside);
  if (!has_pair(set, set->head_pairs, code_point, beside)) return NULL;
  const gs_word_group *g = look_up(set->heads, set->slots, code_point);
  for (uint32_t i = 0; g != NULL && i < g->count; i++) {
    const gs_word *word = &set->by_head[g->first + i];
    if (word->length < length) break;
    if (word->length == length && memcmp(word->bytes, bytes, length) == 0) return word;
  }
  return NULL;
}

const gs_word *gs_word_set_head(const gs_word_set *set, const char *bytes, size_t length) {
  return length == 0 ? NULL : word_at(set, bytes, length);
}

const gs_word *gs_word_set_tail(const gs_word_set *set, const char *bytes, size_t length) {
  if (length == 0) return NULL;
  uint32_t beside, code_point = last_pair(bytes, length, &beside);
  if (!has_pair(set, set->tail_pairs, code_point, beside)) return NULL;
  const gs_word_group *g = look_up(set->tails, set->slots, code_point);
  for (uint32_t i = 0; g != NULL && i < g->count; i++) {
    const gs_word *word = &set->by_tail[g->first + i];
    if (word->length <= length && memcmp(word->bytes, bytes + length - word->length, word->length) == 0) return word;
  }
  return NULL;
}

const gs_word *gs_word_set_find(const gs_word_set *set, const char *bytes, size_t length, size_t *at) {
  size_t here = *at, size;
  for (; here < length; here += size) {
    uint32_t bit = start_bit((const unsigned char *)bytes + here, length - here, &size);
    if (bit < GS_WORD_STARTS && !is_set(set->starts, bit)) continue;
    const gs_word *word = word_at(set, bytes + here, length - here);
    if (word != NULL) return *at = here, word;
  }
  *at = here;
  return NULL;
}
