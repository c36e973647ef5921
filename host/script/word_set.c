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

static int order(uint32_t a_group, uint32_t b_group, const gs_word *a, const gs_word *b) {
  if (a_group != b_group) return a_group < b_group ? -1 : 1;
  if (a->length != b->length) return a->length > b->length ? -1 : 1;
  int bytes = memcmp(a->bytes, b->bytes, a->length);
  /* Equal words stay in the order in which they were given: their bytes lie in that order. */
  return bytes != 0 ? bytes : a->bytes < b->bytes ? -1 : a->bytes > b->bytes;
}

static int by_head(const void *a, const void *b) {
  const gs_word *x = a, *y = b;
  size_t size;
  return order(first_code_point(x->bytes, x->length, &size), first_code_point(y->bytes, y->length, &size), x, y);
}

static int by_tail(const void *a, const void *b) {
  const gs_word *x = a, *y = b;
  size_t size;
  return order(last_code_point(x->bytes, x->length, &size), last_code_point(y->bytes, y->length, &size), x, y);
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

/* Returns the size of the largest group. */
static uint32_t group(gs_word_group *groups, uint32_t slots, const gs_word *words, uint32_t count, bool head) {
  uint32_t largest = 0;
  for (uint32_t i = 0; i < count;) {
    size_t size;
    uint32_t key = head ? first_code_point(words[i].bytes, words[i].length, &size) : last_code_point(words[i].bytes, words[i].length, &size);
    uint32_t first = i;
    while (i < count && (head ? first_code_point(words[i].bytes, words[i].length, &size)
                              : last_code_point(words[i].bytes, words[i].length, &size)) == key)
      i++;
    uint32_t slot = spread(key, slots);
    while (groups[slot].count > 0) slot = (slot + 1) & (slots - 1);
    groups[slot] = (gs_word_group){key, first, i - first};
    if (i - first > largest) largest = i - first;
  }
  return largest;
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
  if (count > 0) memcpy(heads, words, count * sizeof *heads);
  qsort(heads, count, sizeof *heads, by_head);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++) {
    bool again = kept > 0 && heads[kept - 1].length == heads[i].length &&
                 memcmp(heads[kept - 1].bytes, heads[i].bytes, heads[i].length) == 0;
    if (!again) heads[kept++] = heads[i];
  }
  if (kept > 0) memcpy(tails, heads, kept * sizeof *tails);
  qsort(tails, kept, sizeof *tails, by_tail);
  set->count = kept;
  set->by_head = heads;
  set->by_tail = tails;
  fill_filters(set);
  uint32_t largest = group(set->heads, set->slots, heads, kept, true);
  set->largest = group(set->tails, set->slots, tails, kept, false);
  if (largest > set->largest) set->largest = largest;
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
