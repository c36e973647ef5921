#include "document/sentence.h"

#include <string.h>

#include "document/mark.h"

/* What is longer holds paragraphs rather than a phrase (an introduction set in 《》): stops in it end sentences. */
#define LONGEST_BRACKET 1200
#define LONGEST_ANGLE   300
#define LONGEST_QUOTED  6000

static uint32_t longest_of(uint8_t kind) {
  return kind == GS_SIGN_BRACKET ? LONGEST_BRACKET : kind == GS_SIGN_ANGLE ? LONGEST_ANGLE : LONGEST_QUOTED;
}

typedef struct splitting {
  const char *bytes;
  gs_span stretch;
  const gs_signs *signs;
  uint32_t start; /* of the sentence */
} splitting;

static gs_beside before(const splitting *at, uint32_t place) {
  return gs_beside_before(at->bytes, at->stretch.start, place);
}

static gs_beside after(const splitting *at, uint32_t place) {
  return gs_beside_after(at->bytes, place, at->stretch.stop);
}

static bool is_gap(gs_beside beside) {
  return beside == GS_BESIDE_SPACE || beside == GS_BESIDE_EDGE;
}

static bool ends_with(const splitting *at, uint32_t place, const char *literal) {
  size_t length = strlen(literal);
  return place - at->stretch.start >= length && memcmp(at->bytes + place - length, literal, length) == 0;
}

/* Whether a Korean predicate may end before place: what tells `말했다.이어` from `서울.부산`. */
static bool predicate_ends(const splitting *at, uint32_t place) {
  static const char *const endings[] = {"다",   "요",   "까",   "죠",   "음",   "함",   "임",   "됨",
                                        "것",   "네",   "군",   "오",   "니",   "보자", "하자", "가자",
                                        "되자", "주자", "두자", "하라", "마라", "보라"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (ends_with(at, place, endings[i])) return true;
  return false;
}

static gs_span word_before(const splitting *at, uint32_t place) {
  uint32_t start = place;
  while (start > at->stretch.start && (((at->bytes[start - 1] | 32) >= 'a' && (at->bytes[start - 1] | 32) <= 'z')))
    start--;
  return (gs_span){start, place};
}

/* `J.` in `J. D. 밴스`, `Co.`, `vs.` */
static bool is_abbreviation(const splitting *at, uint32_t place) {
  static const char *const known[] = {"co",  "inc", "ltd", "corp", "mr",  "mrs", "ms",  "dr",     "prof", "st",
                                      "vs",  "no",  "jr",  "sr",   "fig", "vol", "ver", "gen",    "sen",  "rep",
                                      "gov", "lt",  "col", "mt",   "ft",  "jan", "feb", "mar",    "apr",  "jun",
                                      "jul", "aug", "sep", "sept", "oct", "nov", "dec", "approx", "dept", "univ"};
  gs_span word = word_before(at, place);
  uint32_t length = word.stop - word.start;
  if (length == 1) return at->bytes[word.start] >= 'A' && at->bytes[word.start] <= 'Z';
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strlen(known[i]) == length && strncasecmp(known[i], at->bytes + word.start, length) == 0) return true;
  return false;
}

static uint32_t skip_spaces(const splitting *at, uint32_t place) {
  while (place < at->stretch.stop && at->bytes[place] == ' ') place++;
  return place;
}

static bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/* A number with a stop and a space behind it: `1. 개요`, `2025. 12. 30. 오전` go on, `모두 12.` does not. */
static bool number_goes_on(const splitting *at, uint32_t place, uint32_t next) {
  uint32_t first = place;
  while (first > at->start && is_digit(at->bytes[first - 1])) first--;
  if (first == skip_spaces(at, at->start) && place - first <= 3) return true;
  if (next < at->stretch.stop && is_digit(at->bytes[next])) return true;
  bool dated = first >= at->start + 2 &&
               (at->bytes[first - 1] == '.' || (at->bytes[first - 1] == ' ' && at->bytes[first - 2] == '.'));
  return dated && (gs_text_begins(at->bytes, next, at->stretch.stop, "오전") ||
                   gs_text_begins(at->bytes, next, at->stretch.stop, "오후"));
}

/* `…last year.Samsung said`; not `Node.js`, `www.Example.com`, `a@b.Kr`. */
static bool english_ends(const splitting *at, uint32_t place, uint32_t stop) {
  gs_span word = word_before(at, place);
  if (word.stop - word.start < 2 || at->bytes[place - 1] < 'a' || at->bytes[stop] < 'A' || at->bytes[stop] > 'Z')
    return false;
  return word.start == at->stretch.start || !strchr("@./:", at->bytes[word.start - 1]);
}

/* Whether a quotation opens at the sign: `…있다면."인구는`. */
static bool opens(const splitting *at, uint32_t index) {
  const gs_sign *mark = &at->signs->items[index];
  if (mark->partner != GS_ALONE) return mark->partner > index;
  gs_mark_costs costs = gs_mark_costs_of(at->bytes, at->stretch, at->signs, index);
  return costs.lost && costs.open <= costs.close;
}

/* A full stop at place whose run ends at stop, before the sign at next. */
static bool full_stop_ends(const splitting *at, uint32_t place, uint32_t stop, uint32_t next) {
  gs_beside left = before(at, place), right = after(at, stop);
  if (right == GS_BESIDE_EDGE) return true;
  if (right == GS_BESIDE_SPACE) {
    if (left == GS_BESIDE_DIGIT) return !number_goes_on(at, place, skip_spaces(at, stop));
    if (left == GS_BESIDE_LATIN) return !is_abbreviation(at, place);
    if (left == GS_BESIDE_HANGUL) return place - skip_spaces(at, at->start) > 3; /* `가. 개요` */
    return left != GS_BESIDE_SPACE;
  }
  if (right == GS_BESIDE_COMMA || right == GS_BESIDE_CLOSER || right == GS_BESIDE_STOP) return false;
  if (left == GS_BESIDE_HANGUL) return predicate_ends(at, place) || (right == GS_BESIDE_MARK && opens(at, next));
  if (left == GS_BESIDE_LATIN) return right == GS_BESIDE_LATIN && english_ends(at, place, stop);
  if (left == GS_BESIDE_CLOSER || left == GS_BESIDE_MARK)
    return right == GS_BESIDE_HANGUL || right == GS_BESIDE_OPENER || right == GS_BESIDE_OTHER;
  return left == GS_BESIDE_OTHER && right == GS_BESIDE_HANGUL && at->bytes[place - 1] == '%';
}

static bool question_ends(const splitting *at, uint32_t place, uint32_t stop) {
  gs_beside left = before(at, place), right = after(at, stop);
  if (is_gap(right))
    return left != GS_BESIDE_SPACE && !gs_quotation_particle_begins(at->bytes, skip_spaces(at, stop), at->stretch.stop);
  if (right == GS_BESIDE_COMMA || right == GS_BESIDE_CLOSER) return false;
  if (left != GS_BESIDE_HANGUL && right != GS_BESIDE_HANGUL) return false; /* `…/?id=1` */
  return !gs_particle_begins(at->bytes, stop, at->stretch.stop);
}

/* `…` and `...` stand between clauses more often than behind sentences. */
static bool ellipsis_ends(const splitting *at, uint32_t place, uint32_t stop) {
  gs_beside right = after(at, stop);
  return right == GS_BESIDE_EDGE ||
         (right == GS_BESIDE_SPACE && (ends_with(at, place, "다") || ends_with(at, place, "요")));
}

/* Takes the run of stops that begins with sign *index; *stop is its end. */
static bool stop_ends(const splitting *at, uint32_t *index, uint32_t *stop) {
  const gs_sign *first = &at->signs->items[*index];
  bool ellipsis = first->kind == GS_SIGN_ELLIPSIS, question = first->form != '.';
  uint32_t dots = !question;
  *stop = first->at + first->length;
  while (*index + 1 < at->signs->count) {
    const gs_sign *next = &at->signs->items[*index + 1];
    if (next->at != *stop || (next->kind != GS_SIGN_STOP && next->kind != GS_SIGN_ELLIPSIS)) break;
    ellipsis |= next->kind == GS_SIGN_ELLIPSIS;
    question |= next->form != '.';
    dots += next->form == '.';
    *stop = next->at + next->length;
    ++*index;
  }
  if (ellipsis || (dots > 1 && !question)) return ellipsis_ends(at, first->at, *stop);
  return question ? question_ends(at, first->at, *stop) : full_stop_ends(at, first->at, *stop, *index + 1);
}

/* Whether a sentence ends with the closing mark or bracket at index: `…했다." 이어`, `…했다."이어`. */
static bool closer_ends(const splitting *at, const gs_sign *opening, const gs_sign *closing) {
  uint32_t stop = closing->at + closing->length;
  bool stopped = before(at, closing->at) == GS_BESIDE_STOP;
  bool speech = closing->kind == GS_SIGN_DOUBLE || opening->kind == GS_SIGN_DOUBLE;
  gs_beside right = after(at, stop);
  if (right == GS_BESIDE_EDGE) return true;
  if (!speech) {
    bool whole = opening->at == skip_spaces(at, at->start) || before(at, opening->at) == GS_BESIDE_STOP;
    if (!stopped || !whole || right == GS_BESIDE_STOP || right == GS_BESIDE_COMMA) return false;
    return !gs_particle_begins(at->bytes, stop, at->stretch.stop);
  }
  if (right == GS_BESIDE_SPACE) {
    uint32_t next = skip_spaces(at, stop);
    return stopped && !gs_quotation_particle_begins(at->bytes, next, at->stretch.stop) &&
           !gs_text_begins(at->bytes, next, at->stretch.stop, "하");
  }
  if (right != GS_BESIDE_HANGUL && right != GS_BESIDE_DIGIT && right != GS_BESIDE_OPENER && right != GS_BESIDE_LATIN)
    return false;
  if (gs_particle_begins(at->bytes, stop, at->stretch.stop)) return false;
  if (stopped) return true;
  /* A headline that ends in a quotation, with the first sentence glued to it. */
  return closing->at - opening->at > 36 &&
         (right == GS_BESIDE_HANGUL || right == GS_BESIDE_DIGIT || right == GS_BESIDE_OPENER);
}

/* A dateline or a reporter's byline glued behind a headline or a caption: `…전망(서울=연합뉴스)`, `…공개[한국일보 김
 * 기자]`. */
static bool byline_begins(const splitting *at, const gs_sign *opening, const gs_sign *closing) {
  uint32_t start = opening->at + opening->length, length = closing->at - start;
  if (opening->kind != GS_SIGN_BRACKET || length > 90 || length == 0) return false;
  if (opening->at == skip_spaces(at, at->start) || before(at, opening->at) == GS_BESIDE_SPACE) return false;
  if (opening->form == '(') {
    gs_beside right = after(at, closing->at + 1);
    return length > 6 && memchr(at->bytes + start, '=', length) && right == GS_BESIDE_SPACE &&
           gs_text_begins(at->bytes, closing->at - 6, closing->at, "뉴스");
  }
  return ends_with(at, closing->at, "기자") || ends_with(at, closing->at, "특파원") ||
         ends_with(at, closing->at, "앵커") || ends_with(at, closing->at, "리포트");
}

static bool bullet_begins(const splitting *at, const gs_sign *bullet) {
  gs_beside left = before(at, bullet->at);
  if (bullet->at == skip_spaces(at, at->start)) return false;
  if (left == GS_BESIDE_STOP || left == GS_BESIDE_CLOSER) return true;
  return bullet->form == 1 && (left == GS_BESIDE_HANGUL || left == GS_BESIDE_SPACE || left == GS_BESIDE_MARK);
}

gs_span gs_sentence_next(const char *bytes, gs_span stretch, const gs_signs *signs, uint32_t start, uint32_t *next) {
  splitting at = {bytes, stretch, signs, start};
  for (uint32_t i = *next; i < signs->count; i++) {
    const gs_sign *sign = &signs->items[i];
    uint32_t stop = sign->at + sign->length;
    bool ends = false;
    if (sign->kind == GS_SIGN_STOP || sign->kind == GS_SIGN_ELLIPSIS) {
      ends = stop_ends(&at, &i, &stop);
    } else if (sign->kind == GS_SIGN_BULLET) {
      if (bullet_begins(&at, sign)) return *next = i, (gs_span){start, sign->at};
    } else if (sign->partner != GS_ALONE && sign->partner > i) {
      const gs_sign *closing = &signs->items[sign->partner];
      if (closing->at - sign->at > longest_of(sign->kind)) continue;
      if (byline_begins(&at, sign, closing)) return *next = i, (gs_span){start, sign->at};
      i = sign->partner;
      stop = closing->at + closing->length;
      ends = closer_ends(&at, sign, closing);
    }
    if (!ends) continue;
    *next = i + 1;
    return (gs_span){start, stop};
  }
  *next = signs->count;
  return (gs_span){start, stretch.stop};
}
