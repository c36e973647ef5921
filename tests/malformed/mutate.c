#include "mutate.h"

#include <string.h>

typedef struct draft {
  char *bytes;
  size_t length, room;
  uint64_t state;
} draft;

/* splitmix64: any seed is good, also 0, 1, 2, … */
static uint32_t draw(draft *d, size_t below) {
  uint64_t z = (d->state += 0x9E3779B97F4A7C15u);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return below == 0 ? 0 : (uint32_t)((z ^ (z >> 31)) % below);
}

static void insert(draft *d, size_t at, const char *bytes, size_t length) {
  if (length > d->room - d->length) length = d->room - d->length;
  memmove(d->bytes + at + length, d->bytes + at, d->length - at);
  memcpy(d->bytes + at, bytes, length);
  d->length += length;
}

static void take_out(draft *d, size_t at, size_t length) {
  if (length > d->length - at) length = d->length - at;
  memmove(d->bytes + at, d->bytes + at + length, d->length - at - length);
  d->length -= length;
}

/* What has gone wrong in archives, and what somebody could try. */
static const struct piece {
  const char *bytes;
  size_t length;
} pieces[] = {
#define PIECE(s) {s, sizeof s - 1}
    PIECE("\xff\xfe"), PIECE("\xc0\x80"), PIECE("\xed\xa0\x80"), PIECE("\xf4\x90\x80\x80"), PIECE("\xea\xb0"), PIECE("\x80\x80\x80\x80"),
    PIECE("\xef\xbb\xbf"), PIECE("\0"), PIECE("\0\0\0\0\0\0\0\0"), PIECE("\r\n"), PIECE("\r"), PIECE("\n\n\n\n"), PIECE("\x1b[31m"),
    PIECE("\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8"), PIECE("\xe1\x85\xa1\xe1\x85\xa1"), PIECE("&amp;&lt;&#0;&#x110000;&#xD800;&nbsp"),
    PIECE("&quot;"), PIECE("&#x27;"), PIECE("---\n"), PIECE("\n---\n"), PIECE("\n---\n---\n"), PIECE("\ntitle: \"a \"b\" c\"\n"),
    PIECE("\n\tauthor:\t\t\n"), PIECE("\nkey: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["), PIECE("\n? - a\n: *b\n"), PIECE("\na: &a [*a, *a]\n"),
    PIECE("\n<<: *base\n"), PIECE("\n!!binary x: y\n"), PIECE("\n%YAML 9.9\n"), PIECE("{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"),
    PIECE("\"'“”‘’「」『』《》\""), PIECE("“"), PIECE("”"), PIECE("'"), PIECE("\""), PIECE("\n## 댓글\n"), PIECE("\n# 제목\n"),
    PIECE("\n*Crawled at x*\n"), PIECE("\n**경향신문** | 2025 |\n"), PIECE("다.다.다.다.다."), PIECE("\xe2\x80\xa8"), PIECE("\xc2\x85"),
    PIECE("12345678901234567890123456789012345678901234567890"), PIECE("http://a.b/c?d=e.f"), PIECE("(((((((((((((((("),
    PIECE("\xf0\x9f\x98\x80"), PIECE("\xe2\x80\x8b\xe2\x80\x8d\xef\xb8\x8f"), PIECE("1e400"), PIECE(".nan"), PIECE("no"), PIECE("0777"),
#undef PIECE
};
#define PIECES (sizeof pieces / sizeof pieces[0])

static void repeat(draft *d, size_t at) {
  const struct piece *p = &pieces[draw(d, PIECES)];
  for (uint32_t n = 1u << draw(d, 12); n > 0; n--) insert(d, at, p->bytes, p->length);
}

static void mutate_once(draft *d, const article *other) {
  size_t at = draw(d, d->length + 1);
  switch (draw(d, 10)) {
  case 0: insert(d, at, pieces[at % PIECES].bytes, pieces[at % PIECES].length); break;
  case 1: { /* cut short, and in front */
    const struct piece *p = &pieces[draw(d, PIECES)];
    insert(d, at < 400 ? at : draw(d, 400) % (d->length + 1), p->bytes, p->length < 3 ? p->length : 3);
    break;
  }
  case 2: take_out(d, at, 1 + draw(d, 40)); break;
  case 3: take_out(d, at, 1 + draw(d, d->length + 1)); break;
  case 4: if (at < d->length) d->bytes[at] = (char)draw(d, 256); break;
  case 5: if (at < d->length) d->bytes[at] = (char)(d->bytes[at] ^ (1 << draw(d, 8))); break;
  case 6: insert(d, at, d->bytes, 0); repeat(d, at); break;
  case 7: { /* a piece of another article */
    size_t from = draw(d, other->length);
    insert(d, at, other->bytes + from, draw(d, other->length - from + 1));
    break;
  }
  case 8: /* line ends of one sort are those of another, or none */
    for (size_t i = at; i < d->length && i < at + 400; i++)
      if (d->bytes[i] == '\n') d->bytes[i] = "\r \t\0"[draw(d, 4)];
    break;
  default: { /* a key or a rule in front */
    const struct piece *p = &pieces[18 + draw(d, 12)];
    insert(d, draw(d, 2) == 0 ? 0 : draw(d, 200) % (d->length + 1), p->bytes, p->length);
  }
  }
}

size_t mutate(const article *seeds, size_t seed_count, uint32_t number, char *to, size_t room) {
  draft d = {.bytes = to, .room = room, .state = number};
  const article *seed = &seeds[draw(&d, seed_count)];
  insert(&d, 0, seed->bytes, seed->length);
  for (uint32_t n = 1 + draw(&d, 8); n > 0; n--) mutate_once(&d, &seeds[draw(&d, seed_count)]);
  return d.length;
}
