#include "text/entity.h"

#include <string.h>

#include "text/entity_table.h"
#include "text/utf8.h"

/* HTML reads 0x80 to 0x9F as windows-1252, which pages that claimed Latin-1 meant. The five that windows-1252 leaves
 * open stay the control characters they are. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

static bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The value of a digit, 16 or more where it is none. */
static uint32_t digit_value(char c) {
  if (c >= '0' && c <= '9') return (uint32_t)(c - '0');
  if (c >= 'a' && c <= 'f') return (uint32_t)(c - 'a') + 10;
  if (c >= 'A' && c <= 'F') return (uint32_t)(c - 'A') + 10;
  return 16;
}

/* bytes begins with &#. */
static bool decode_number(const char *bytes, size_t length, gs_entity *entity) {
  size_t at = 2;
  uint32_t base = 10, number = 0;
  if (at < length && (bytes[at] == 'x' || bytes[at] == 'X')) {
    base = 16;
    at++;
  }
  size_t first = at;
  for (; at < length && digit_value(bytes[at]) < base; at++)
    if (number <= 0x10FFFF) number = number * base + digit_value(bytes[at]);
  if (at == first) return false;
  if (at < length && bytes[at] == ';') at++;
  bool none = number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF);
  if (none) number = GS_REPLACEMENT;
  if (number >= 0x80 && number <= 0x9F) number = windows_1252[number - 0x80];
  *entity = (gs_entity){{number, 0}, at, none};
  return true;
}

static const gs_entity_name *find_name(const char *name, size_t length) {
  uint32_t slot = gs_entity_hash(name, (unsigned)length);
  for (;; slot++) {
    uint16_t index = gs_entity_slots[slot % GS_ENTITY_SLOTS];
    if (index == 0) return NULL;
    const gs_entity_name *found = &gs_entity_names[index - 1];
    if (found->length == length && memcmp(found->name, name, length) == 0) return found;
  }
}

/* The longest name without semicolon that the letters begin with. */
static const gs_entity_name *find_legacy(const char *letters, size_t count) {
  for (size_t length = count < GS_ENTITY_LONGEST_LEGACY ? count : GS_ENTITY_LONGEST_LEGACY; length >= 2; length--) {
    const gs_entity_name *found = find_name(letters, length);
    if (found && found->legacy) return found;
  }
  return NULL;
}

/* Whether the letters are the name of a query parameter, as in `?a=1&section=2`. */
static bool is_parameter(const char *letters, size_t count, size_t most) {
  while (count < most && (is_alphanumeric(letters[count]) || letters[count] == '_' || letters[count] == '-')) count++;
  return count < most && letters[count] == '=';
}

bool gs_entity_decode(const char *bytes, size_t length, gs_entity *entity) {
  if (length < 2) return false;
  if (bytes[1] == '#') return decode_number(bytes, length, entity);
  const char *letters = bytes + 1;
  size_t count = 0, most = length - 1 < GS_ENTITY_LONGEST + 1 ? length - 1 : GS_ENTITY_LONGEST + 1;
  while (count < most && is_alphanumeric(letters[count])) count++;
  if (count < 2) return false; /* the shortest are lt and gt */
  const gs_entity_name *found = NULL;
  bool semicolon = count < most && letters[count] == ';';
  if (semicolon) found = find_name(letters, count);
  if (!found) {
    semicolon = false;
    if (!is_parameter(letters, count, most)) found = find_legacy(letters, count);
  }
  if (!found) return false;
  *entity = (gs_entity){{found->first, found->second}, 1u + found->length + semicolon, false};
  return true;
}
