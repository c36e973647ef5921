/* A JSON map of which lists of maps are left as text until they are looked at. Only where things end is found here; what they are jansson
 * reads. */
#include <string.h>

#include "record/read.h"

typedef struct cursor {
  const char *at, *end;
} cursor;

typedef struct item_list {
  gs_arena *arena;
  cursor whole, rest; /* between the brackets */
  bool begun;
} item_list;

static void skip_space(cursor *c) {
  while (c->at < c->end && (*c->at == ' ' || *c->at == '\t' || *c->at == '\n' || *c->at == '\r')) c->at++;
}

static bool take(cursor *c, char wanted) {
  skip_space(c);
  if (c->at == c->end || *c->at != wanted) return false;
  c->at++;
  return true;
}

/* Goes behind the string that begins here. */
static bool pass_string(cursor *c) {
  for (c->at++; c->at < c->end && *c->at != '"'; c->at++)
    if (*c->at == '\\') c->at++;
  if (c->at >= c->end) return false;
  c->at++;
  return true;
}

/* The value that begins here, up to the comma or bracket behind it. false where there is none or it has no end. */
static bool take_value(cursor *c, cursor *value) {
  skip_space(c);
  value->at = c->at;
  for (int depth = 0; c->at < c->end;) {
    char letter = *c->at;
    if (depth == 0 && (letter == ',' || letter == ']' || letter == '}')) break;
    if (letter == '"') {
      if (!pass_string(c)) return false;
      continue;
    }
    depth += (letter == '[' || letter == '{') - (letter == ']' || letter == '}');
    c->at++;
  }
  value->end = c->at;
  return value->at < value->end;
}

static bool read_piece(gs_arena *arena, cursor piece, gs_value **value) {
  char problem[GS_READ_MESSAGE];
  return gs_json_read(arena, piece.at, (size_t)(piece.end - piece.at), problem, value) == GISA_OK;
}

static bool next_item(void *context, gs_value **item) {
  item_list *list = context;
  cursor piece;
  *item = NULL;
  if (list->begun && !take(&list->rest, ',')) {
    skip_space(&list->rest);
    return list->rest.at == list->rest.end;
  }
  list->begun = true;
  return take_value(&list->rest, &piece) && read_piece(list->arena, piece, item);
}

void gs_json_rewind(gs_value *items, gs_arena *arena) {
  item_list *list = items->items.context;
  list->rest = list->whole;
  list->begun = false;
  list->arena = arena;
}

/* Whether the piece begins as a list of maps does. */
static bool holds_maps(cursor piece) {
  return take(&piece, '[') && take(&piece, '{');
}

/* NULL where the piece does not end as a list does. */
static gs_value *leave_list(gs_arena *arena, cursor piece) {
  item_list *list = gs_arena_zeroed(arena, sizeof *list);
  while (strchr(" \t\r\n", piece.end[-1]) != NULL && piece.end[-1] != '\0') piece.end--;
  if (list == NULL || piece.end[-1] != ']') return NULL;
  list->arena = arena;
  list->whole = list->rest = (cursor){piece.at + 1, piece.end - 1};
  return gs_items(arena, next_item, list);
}

static bool take_pair(gs_arena *arena, cursor *c, gs_value *map) {
  cursor name, piece;
  gs_value *key = NULL, *value = NULL;
  skip_space(c);
  name.at = c->at;
  if (c->at == c->end || *c->at != '"' || !pass_string(c)) return false;
  name.end = c->at;
  if (!read_piece(arena, name, &key) || !take(c, ':') || !take_value(c, &piece)) return false;
  bool known = gs_map_find(map, key->string.bytes, key->string.length) != NULL;
  if (known || memchr(key->string.bytes, '\0', key->string.length) != NULL) return false;
  if (holds_maps(piece)) value = leave_list(arena, piece);
  else if (!read_piece(arena, piece, &value)) return false;
  return gs_map_set(arena, map, key->string.bytes, key->string.length, value);
}

gs_value *gs_json_outline(gs_arena *arena, const char *bytes, size_t length) {
  cursor c = {bytes, bytes + length};
  gs_value *map = gs_map(arena);
  if (map == NULL || !take(&c, '{')) return NULL;
  if (!take(&c, '}')) {
    do {
      if (!take_pair(arena, &c, map)) return NULL;
    } while (take(&c, ','));
    if (!take(&c, '}')) return NULL;
  }
  skip_space(&c);
  return c.at == c.end ? map : NULL;
}
