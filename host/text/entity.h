/* HTML character references: `&quot;`, `&#39;`, `&#x27;`. */
#ifndef GS_TEXT_ENTITY_H
#define GS_TEXT_ENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gs_entity {
  uint32_t code_points[2]; /* the second is 0 where there is one only */
  size_t length;           /* bytes of the reference with its & and, where it has one, its ; */
  bool replaced;           /* its number is no character (0, a surrogate, above U+10FFFF): U+FFFD instead */
} gs_entity;

/* Reads the reference at bytes[0], an &. False where the & is only an &.
 * The rules are those of HTML for text: names that once were allowed without a semicolon still are, as the longest that
 * fits (`&ampx` is `&x`); numbers 0x80 to 0x9F mean windows-1252. One is added: a name without semicolon
 * that is the beginning of a query parameter (`?a=1&section=2`) is not a reference, as in HTML's attributes. */
bool gs_entity_decode(const char *bytes, size_t length, gs_entity *entity);

#endif
