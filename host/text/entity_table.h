/* The named character references of HTML. */
#ifndef GS_TEXT_ENTITY_TABLE_H
#define GS_TEXT_ENTITY_TABLE_H

#include <stdint.h>

typedef struct gs_entity_name {
  const char *name; /* without & and ; */
  uint32_t first;
  uint16_t second; /* 0 where there is one code point only */
  uint8_t length;  /* of name */
  uint8_t legacy;  /* 1: also a reference without its semicolon */
} gs_entity_name;

#define GS_ENTITY_LONGEST        31   /* CounterClockwiseContourIntegral */
#define GS_ENTITY_LONGEST_LEGACY 6    /* frac12, Aacute */
#define GS_ENTITY_SLOTS          4096 /* a power of 2; half of them are taken */

extern const gs_entity_name gs_entity_names[];

/* A hash table with linear probing: an index into gs_entity_names plus 1, 0 for an empty slot. A name's first slot is
 * its gs_entity_hash modulo GS_ENTITY_SLOTS. */
extern const uint16_t gs_entity_slots[GS_ENTITY_SLOTS];

/* FNV-1a, folded so that the low bits depend on all letters. scripts/generate-entities has the same. */
static inline uint32_t gs_entity_hash(const char *name, unsigned length) {
  uint32_t hash = 2166136261u;
  for (unsigned i = 0; i < length; i++) hash = (hash ^ (unsigned char)name[i]) * 16777619u;
  return hash ^ hash >> 15;
}

#endif
