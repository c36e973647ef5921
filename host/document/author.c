#include "document/author.h"

#include <string.h>

typedef struct piece {
  const char *start, *stop;
} piece;

static bool is_space(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Without white space and the punctuation that stands between a name and an address. */
static piece trimmed(piece of) {
  while (of.start < of.stop && (is_space(*of.start) || strchr("|/,;:=", *of.start))) of.start++;
  while (of.stop > of.start && (is_space(of.stop[-1]) || strchr("|/,;:=", of.stop[-1]))) of.stop--;
  return of;
}

static bool is_address_byte(char byte) {
  return (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z') ||
         (byte != '\0' && strchr("._%+-", byte));
}

/* The first e-mail address of a piece; empty where there is none. */
static piece find_address(piece in) {
  for (const char *at = in.start; (at = memchr(at, '@', (size_t)(in.stop - at))) != NULL; at++) {
    piece found = {at, at + 1};
    while (found.start > in.start && is_address_byte(found.start[-1])) found.start--;
    while (found.stop < in.stop && is_address_byte(*found.stop)) found.stop++;
    while (found.stop > at + 1 && strchr(".-_", found.stop[-1])) found.stop--;
    if (found.start < at && found.stop > at + 3) return found;
  }
  return (piece){in.stop, in.stop};
}

static size_t syllables(piece word) {
  size_t count = 0;
  for (const char *at = word.start; at < word.stop; at += 3, count++)
    if (word.stop - at < 3 || (unsigned char)*at < 0xEA || (unsigned char)*at > 0xED) return 0;
  return count;
}

static bool ends_with(piece word, const char *literal) {
  size_t length = strlen(literal);
  return (size_t)(word.stop - word.start) >= length && memcmp(word.stop - length, literal, length) == 0;
}

/* 기자, 선임기자, 특파원 …; the bytes of the ending, 0 where the word is no such title. */
static size_t title_length(piece word) {
  static const char *const endings[] = {"기자",   "특파원",   "앵커", "위원",       "통신원", "리포터",
                                        "에디터", "아나운서", "PD",   "기상캐스터", "편집장"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (ends_with(word, endings[i])) return strlen(endings[i]);
  return 0;
}

/* `홍길동 기자 성춘향 기자`, which folding made of two lines: whether another author begins at the word behind a title.
 */
static bool another_begins(piece before, piece rest) {
  const char *word = before.stop;
  while (word > before.start && !is_space(word[-1])) word--;
  if (word == before.start || title_length((piece){word, before.stop}) == 0) return false;
  while (rest.start < rest.stop && is_space(*rest.start)) rest.start++;
  if (rest.start == rest.stop || (unsigned char)*rest.start < 0xEA) return false;
  for (const char *at = rest.start; at < rest.stop && !is_space(*at); at++)
    if (*at == '@') return false;
  return true;
}

/* The end of the author that begins a piece: a line, a comma outside brackets, or an address with its bracket. */
static const char *author_end(piece in) {
  piece address = find_address(in);
  int open = 0;
  for (const char *at = in.start; at < in.stop; at++) {
    if (*at == '\n' || *at == ';') return at;
    open += *at == '(' || *at == '<' ? 1 : *at == ')' || *at == '>' ? -1 : 0;
    if (*at == ',' && open <= 0) return at;
    if (is_space(*at) && open <= 0 && another_begins((piece){in.start, at}, (piece){at, in.stop})) return at;
    if (at < address.stop) continue;
    if (is_space(*at) && open <= 0) {
      while (at < in.stop && (is_space(*at) || *at == ',')) at++;
      return at;
    }
  }
  return in.stop;
}

/* Whether a word may be a Korean person's name: a family name and one or two more syllables, or four with a double one.
 */
static bool is_person(piece word, size_t wanted) {
  /* Family names of more than 0.1 % of Koreans (2015 census), in the order of their share. */
  static const char families[] = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진"
                                 "지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";
  if (syllables(word) != wanted) return false;
  for (size_t i = 0; i + 3 < sizeof families; i += 3)
    if (memcmp(families + i, word.start, 3) == 0) return true;
  return wanted == 4;
}

static piece next_word(piece *rest) {
  while (rest->start < rest->stop && (is_space(*rest->start) || strchr("|/()", *rest->start))) rest->start++;
  piece word = {rest->start, rest->start};
  while (word.stop < rest->stop && !is_space(*word.stop) && !strchr("|/()", *word.stop)) word.stop++;
  rest->start = word.stop;
  return word;
}

/* A line without what is no part of the name: `세종=`, `By `, and what brackets add: `홍길동(=전북)`, `송민경
 * (변호사)기자`. */
static piece bare(piece line) {
  const char *equals = memchr(line.start, '=', (size_t)(line.stop - line.start));
  if (equals && equals > line.start && equals[-1] != '(') line.start = equals + 1;
  line = trimmed(line);
  if (line.stop - line.start > 3 && strncasecmp(line.start, "by ", 3) == 0) line.start += 3;
  for (const char *at = line.start + 1; at < line.stop; at++)
    if (strchr("([<", *at)) line.stop = at;
  return trimmed(line);
}

/* The person's name in what an author's line holds beside the address; all but the title where none is to be seen. */
static piece name_in(piece line) {
  line = bare(line);
  piece rest = line, person = {0}, short_name = {0};
  for (piece word = next_word(&rest); word.start < word.stop; word = next_word(&rest)) {
    size_t title = title_length(word);
    bool first = word.start == line.start;
    if (title > 0 && !first) {
      line.stop = word.start;
      break;
    }
    if (title > 0 && title < (size_t)(word.stop - word.start)) word.stop -= title; /* `홍길동기자` */
    if (first && rest.start >= line.stop) return word;
    if (is_person(word, 3))
      person = word;
    else if (is_person(word, 2))
      short_name = word;
  }
  return person.start ? person : short_name.start ? short_name : trimmed(line);
}

static gs_value *text_or_null(gs_arena *arena, piece text) {
  return text.start < text.stop ? gs_string(arena, text.start, (size_t)(text.stop - text.start)) : gs_null(arena);
}

static gs_value *author_of(gs_arena *arena, gs_value *name, gs_value *email) {
  gs_value *author = gs_map(arena);
  if (!author || !gs_map_set(arena, author, "name", 4, name) || !gs_map_set(arena, author, "email", 5, email))
    return NULL;
  author->flow = true;
  return author;
}

/* A line without its address and the empty brackets that leaves. */
static piece without_address(piece line, piece address) {
  if (address.start == address.stop) return line;
  piece before = {line.start, address.start}, after = {address.stop, line.stop};
  while (before.stop > before.start && (is_space(before.stop[-1]) || before.stop[-1] == '(' || before.stop[-1] == '<'))
    before.stop--;
  while (after.start < after.stop && (is_space(*after.start) || *after.start == ')' || *after.start == '>'))
    after.start++;
  before = trimmed(before);
  after = trimmed(after);
  return before.start < before.stop ? before : after;
}

/* `김하나·이두리`: several people, whose one address is the first one's. */
static bool add_named(gs_arena *arena, gs_value *list, piece names, piece address) {
  static const char dot[] = "·";
  piece none = {names.stop, names.stop};
  for (;;) {
    const char *end = memmem(names.start, (size_t)(names.stop - names.start), dot, sizeof dot - 1);
    piece name = {names.start, end ? end : names.stop};
    if (end && !is_person(name, 3) && !is_person(name, 2)) name.stop = names.stop, end = NULL;
    if (!gs_list_add(arena, list, author_of(arena, text_or_null(arena, name), text_or_null(arena, address))))
      return false;
    if (!end) return true;
    names.start = end + sizeof dot - 1;
    address = none;
  }
}

static bool add_lines(gs_arena *arena, gs_value *list, piece in) {
  while (in.start < in.stop) {
    const char *end = author_end(in);
    piece line = trimmed((piece){in.start, end});
    in.start = end < in.stop && end > in.start && !is_space(end[-1]) ? end + 1 : end > in.start ? end : end + 1;
    if (line.start == line.stop) continue;
    piece address = find_address(line), rest = without_address(line, address);
    if (!add_named(arena, list, rest.start < rest.stop ? name_in(rest) : rest, address)) return false;
  }
  return true;
}

static bool add_authors(gs_arena *arena, gs_value *list, const gs_value *value) {
  if (value->kind == GS_STRING)
    return add_lines(arena, list, (piece){value->string.bytes, value->string.bytes + value->string.length});
  if (value->kind != GS_MAP) return true;
  gs_value *name = gs_map_get(value, "name"), *email = gs_map_get(value, "email");
  if (!name && !email) return true;
  return gs_list_add(arena, list, author_of(arena, name ? name : gs_null(arena), email ? email : gs_null(arena)));
}

gs_value *gs_authors(gs_arena *arena, const gs_value *value) {
  gs_value *list = gs_list(arena);
  if (!list || !value) return list;
  if (value->kind != GS_LIST) return add_authors(arena, list, value) ? list : NULL;
  for (uint32_t i = 0; i < value->list.count; i++)
    if (!add_authors(arena, list, value->list.items[i])) return NULL;
  return list;
}
