#include "batch/name.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file system's bound for a name, less `~`, a number, the longest extension and the hash below. */
#define MOST_BYTES 255
#define KEPT_BYTES 200

/* FNV-1a. Somebody who makes two names collide on purpose gets a `~2` that was not needed. */
static uint64_t hash(const char *bytes, size_t length) {
  uint64_t value = UINT64_C(14695981039346656037);
  for (size_t i = 0; i < length; i++) value = (value ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
  return value == 0 ? 1 : value;
}

static bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/* Whether the byte at i of a part can stand as it is. `%` can, except where it would be read as an escape. */
static bool is_plain(const char *part, size_t length, size_t i) {
  unsigned char c = (unsigned char)part[i];
  if (c < 0x20 || c == 0x7F || c == '/') return false;
  if (c == '.' && i == 0) return false;
  return c != '%' || i + 2 >= length || !is_hexadecimal(part[i + 1]) || !is_hexadecimal(part[i + 2]);
}

/* Writes one part of a path; returns its length, or SIZE_MAX where there is no room. */
static size_t write_part(const char *part, size_t length, size_t most, char *to, size_t room) {
  size_t used = 0;
  for (size_t i = 0; i < length; i++) {
    bool plain = is_plain(part, length, i);
    if (used + 4 > room) return SIZE_MAX;
    if (plain)
      to[used++] = part[i];
    else
      used += (size_t)snprintf(to + used, 4, "%%%02X", (unsigned char)part[i]);
  }
  if (used <= most) return used;
  used = KEPT_BYTES;
  while (used > 0 && ((unsigned char)to[used] & 0xC0) == 0x80) used--; /* not within a character */
  return used + (size_t)snprintf(to + used, 18, "~%016llx", (unsigned long long)hash(part, length));
}

static bool grow(batch_names *names) {
  size_t room = names->room == 0 ? 1024 : names->room * 2;
  uint64_t *taken = calloc(room, sizeof *taken);
  if (taken == NULL) return false;
  for (size_t i = 0; i < names->room; i++) {
    if (names->taken[i] == 0) continue;
    size_t at = names->taken[i] & (room - 1);
    while (taken[at] != 0) at = (at + 1) & (room - 1);
    taken[at] = names->taken[i];
  }
  free(names->taken);
  names->taken = taken;
  names->room = room;
  return true;
}

/* 1: taken now; 0: was taken before; -1: memory is out. */
static int take(batch_names *names, const char *name) {
  if (2 * (names->count + 1) > names->room && !grow(names)) return -1;
  uint64_t value = hash(name, strlen(name));
  size_t at = value & (names->room - 1);
  for (; names->taken[at] != 0; at = (at + 1) & (names->room - 1))
    if (names->taken[at] == value) return 0;
  names->taken[at] = value;
  names->count++;
  return 1;
}

/* What stands behind the last part at most: `~`, a number, the extension. */
#define ENDING 40

typedef struct making {
  char *made;
  size_t used;
} making;

/* Adds a part and the `/` before it. */
static bool add_part(making *m, const char *part, size_t length, bool last) {
  const size_t room = BATCH_NAME_ROOM - ENDING;
  if (m->used + 1 >= room) return false;
  if (m->used > 0) m->made[m->used++] = '/';
  size_t written = write_part(part, length, last ? MOST_BYTES - 24 : MOST_BYTES, m->made + m->used, room - m->used);
  if (written == SIZE_MAX) return false;
  m->used += written;
  return true;
}

static bool add_path(making *m, const char *name, bool whole) {
  while (*name == '/') name++;
  while (*name != '\0') {
    size_t length = strcspn(name, "/"), behind = length + strspn(name + length, "/");
    bool last = whole && name[behind] == '\0', here = length == 1 && name[0] == '.';
    if (!here && !add_part(m, name, length, last)) return false;
    name += behind;
  }
  return true;
}

bool batch_name_make(batch_names *names, const char *name, const char *leaf, char made[BATCH_NAME_ROOM]) {
  making m = {made, 0};
  made[0] = '\0';
  if (names->extension == NULL) return true;
  if (!add_path(&m, name, leaf == NULL)) return false;
  if (leaf != NULL && !add_part(&m, leaf, strlen(leaf), true)) return false;
  if (m.used == 0 && !add_part(&m, "unnamed", 7, true)) return false;
  snprintf(made + m.used, ENDING, "%s", names->extension);
  for (unsigned again = 2; names->unique; again++) {
    int taken = take(names, made);
    if (taken != 0) return taken > 0;
    snprintf(made + m.used, ENDING, "~%u%s", again, names->extension);
  }
  return true;
}

void batch_names_free(batch_names *names) {
  free(names->taken);
  names->taken = NULL;
  names->room = names->count = 0;
}
