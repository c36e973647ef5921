/* An index over the keys of a large map: a crit-bit tree. A look-up walks at most one node for
 * each bit of the key, so what somebody chooses for keys can't make it slow, as it
 * can with a hash table, and nothing depends on a seed. */
#ifndef GS_RECORD_KEY_INDEX_H
#define GS_RECORD_KEY_INDEX_H

#include "record/value.h"

/* The node at i came in with the pair at i and tells two keys apart that are equal up to
 * its bit. The one at 0 tells nothing apart and holds the root as its first child. */
typedef struct gs_key_node {
  uint32_t place;    /* the byte that differs */
  uint32_t bit;      /* the highest bit in it that differs, as a mask */
  uint32_t child[2]; /* by the value of that bit: 2 * i for the node at i, 2 * i + 1 for the pair at i */
} gs_key_node;

/* Most pairs an index can hold: children spend one bit on their kind. */
#define GS_KEY_INDEX_ROOM (UINT32_C(1) << 31)

/* Takes the pair at added into the index of the pairs before it; nodes has room for one more. Its key must be new. */
void gs_key_index_add(gs_key_node *nodes, const gs_pair *pairs, uint32_t added);

/* The place of the one pair that could have key; it is for the caller to compare. The index must hold a pair. */
uint32_t gs_key_index_find(const gs_key_node *nodes, const char *key, uint32_t key_length);

#endif
