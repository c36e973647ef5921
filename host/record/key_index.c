#include "record/key_index.h"

/* The byte at place as nine bits, the highest one for "the key is that long": a key and the same
 * key with a NUL behind it differ. */
static uint32_t symbol(const char *key, uint32_t key_length, uint32_t place) {
  return place < key_length ? 0x100U | (unsigned char)key[place] : 0;
}

static uint32_t side(const gs_key_node *node, const char *key, uint32_t key_length) {
  return (symbol(key, key_length, node->place) & node->bit) != 0;
}

uint32_t gs_key_index_find(const gs_key_node *nodes, const char *key, uint32_t key_length) {
  uint32_t child = nodes[0].child[0];
  while (!(child & 1U)) {
    const gs_key_node *node = &nodes[child >> 1];
    child = node->child[side(node, key, key_length)];
  }
  return child >> 1;
}

static uint32_t highest_bit(uint32_t symbols) {
  uint32_t bit = 0x100U;
  while (!(symbols & bit)) bit >>= 1;
  return bit;
}

/* Whether node tells keys apart later in them than another node does. */
static bool follows(const gs_key_node *node, const gs_key_node *other) {
  return node->place != other->place ? node->place > other->place : node->bit < other->bit;
}

void gs_key_index_add(gs_key_node *nodes, const gs_pair *pairs, uint32_t added) {
  if (added == 0) {
    nodes[0] = (gs_key_node){.child = {1, 1}};
    return;
  }
  const char *key = pairs[added].key;
  uint32_t key_length = pairs[added].key_length;
  const gs_pair *nearest = &pairs[gs_key_index_find(nodes, key, key_length)];

  gs_key_node *node = &nodes[added];
  uint32_t differing = 0;
  node->place = 0;
  while (!(differing = symbol(key, key_length, node->place) ^ symbol(nearest->key, nearest->key_length, node->place)))
    node->place++;
  node->bit = highest_bit(differing);

  uint32_t *link = &nodes[0].child[0];
  while (!(*link & 1U) && follows(node, &nodes[*link >> 1])) {
    gs_key_node *above = &nodes[*link >> 1];
    link = &above->child[side(above, key, key_length)];
  }
  uint32_t own = side(node, key, key_length);
  node->child[own] = 2 * added + 1;
  node->child[!own] = *link;
  *link = 2 * added;
}
