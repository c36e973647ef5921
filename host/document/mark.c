#include "document/mark.h"

#include <string.h>

/* Costs are in tenths of a rough log-odds: 10 is "unusual", 30 "rare", 50 "a mark was forgotten". Set by hand and
 * checked on curly marks, whose shape tells their part: read as straight ones, all 4,822 pairs of 1,109 real articles
 * came out the same. */
enum { UNUSUAL = 10, ODD = 20, RARE = 30, WRONG = 45, FORGOTTEN = 50, NEVER = 80 };

static bool begins_one_of(const char *bytes, uint32_t at, uint32_t stop, const char *const *literals, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (gs_text_begins(bytes, at, stop, literals[i])) return true;
  return false;
}

#define BEGINS_ONE_OF(bytes, at, stop, list) begins_one_of(bytes, at, stop, list, sizeof list / sizeof *list)

/* Whether a word ends at the offset: one syllable is a particle only when the word is no longer. */
static bool word_ends(const char *bytes, uint32_t at, uint32_t stop) {
  gs_beside next = gs_beside_after(bytes, at, stop);
  return next != GS_BESIDE_HANGUL && next != GS_BESIDE_LATIN && next != GS_BESIDE_DIGIT;
}

bool gs_quotation_particle_begins(const char *bytes, uint32_t at, uint32_t stop) {
  static const char *const words[] = {"라고", "라며", "라면서", "라는",   "라면",   "라지",   "라거",   "라던", "면서",
                                      "고도", "고는", "고만",   "이라고", "이라며", "이라는", "이라면", "이라", "이란",
                                      "이며", "이자", "이다",   "다며",   "다고",   "다는",   "란 "};
  if (gs_beside_after(bytes, at, stop) != GS_BESIDE_HANGUL) return false;
  bool syllable = gs_text_begins(bytes, at, stop, "고") || gs_text_begins(bytes, at, stop, "며") ||
                  gs_text_begins(bytes, at, stop, "는");
  if (syllable) return word_ends(bytes, at + 3, stop) || BEGINS_ONE_OF(bytes, at, stop, words);
  return BEGINS_ONE_OF(bytes, at, stop, words);
}

bool gs_particle_begins(const char *bytes, uint32_t at, uint32_t stop) {
  static const char *const syllables[] = {"을", "를", "이", "가", "은", "는", "과", "와", "의", "에",
                                          "도", "만", "로", "나", "란", "라", "인", "등", "식", "급",
                                          "용", "형", "적", "성", "론", "권", "쪽", "측", "다", "건"};
  static const char *const words[] = {"으로", "에서", "에게", "까지", "부터", "처럼", "보다", "이나", "이란", "하는",
                                      "하고", "하며", "하다", "했다", "한다", "이었", "였다", "였고", "임을", "이고",
                                      "이지", "인데", "에는", "에도", "와의", "과의", "로서", "로써", "로는", "에만",
                                      "만이", "만을", "조차", "마저", "밖에", "이죠", "이에", "께서", "한테", "에선"};
  if (gs_beside_after(bytes, at, stop) != GS_BESIDE_HANGUL) return false;
  if (gs_quotation_particle_begins(bytes, at, stop)) return true;
  if (BEGINS_ONE_OF(bytes, at, stop, words)) return true;
  return BEGINS_ONE_OF(bytes, at, stop, syllables) && word_ends(bytes, at + 3, stop);
}

/* The place before, or behind, a run of marks that touch: in `"'가'라는` the space before `"` is what `'` opens after.
 */
static uint32_t run_start(const gs_signs *signs, uint32_t index) {
  while (index > 0 &&
         (signs->items[index - 1].kind == GS_SIGN_DOUBLE || signs->items[index - 1].kind == GS_SIGN_SINGLE) &&
         signs->items[index - 1].kind != signs->items[index].kind &&
         signs->items[index - 1].at + signs->items[index - 1].length == signs->items[index].at)
    index--;
  return signs->items[index].at;
}

static uint32_t run_stop(const gs_signs *signs, uint32_t index) {
  while (index + 1 < signs->count &&
         (signs->items[index + 1].kind == GS_SIGN_DOUBLE || signs->items[index + 1].kind == GS_SIGN_SINGLE) &&
         signs->items[index + 1].kind != signs->items[index].kind &&
         signs->items[index].at + signs->items[index].length == signs->items[index + 1].at)
    index++;
  return signs->items[index].at + signs->items[index].length;
}

static int open_cost(gs_beside before, gs_beside after, bool particle) {
  static const int by_before[] = {
      [GS_BESIDE_EDGE] = 0,         [GS_BESIDE_SPACE] = 0,      [GS_BESIDE_HANGUL] = RARE, [GS_BESIDE_LATIN] = RARE,
      [GS_BESIDE_DIGIT] = RARE + 5, [GS_BESIDE_STOP] = UNUSUAL, [GS_BESIDE_COMMA] = 5,     [GS_BESIDE_OPENER] = 0,
      [GS_BESIDE_CLOSER] = UNUSUAL, [GS_BESIDE_MARK] = ODD,     [GS_BESIDE_OTHER] = 2};
  static const int by_after[] = {
      [GS_BESIDE_EDGE] = NEVER,   [GS_BESIDE_SPACE] = RARE, [GS_BESIDE_HANGUL] = 0,    [GS_BESIDE_LATIN] = 0,
      [GS_BESIDE_DIGIT] = 0,      [GS_BESIDE_STOP] = ODD,   [GS_BESIDE_COMMA] = WRONG, [GS_BESIDE_OPENER] = 0,
      [GS_BESIDE_CLOSER] = WRONG, [GS_BESIDE_MARK] = 0,     [GS_BESIDE_OTHER] = 5};
  return by_before[before] + by_after[after] + (particle ? ODD : 0);
}

static int close_cost(gs_beside before, gs_beside after, bool particle) {
  static const int by_before[] = {
      [GS_BESIDE_EDGE] = NEVER, [GS_BESIDE_SPACE] = RARE, [GS_BESIDE_HANGUL] = 0,      [GS_BESIDE_LATIN] = 0,
      [GS_BESIDE_DIGIT] = 0,    [GS_BESIDE_STOP] = 0,     [GS_BESIDE_COMMA] = UNUSUAL, [GS_BESIDE_OPENER] = WRONG,
      [GS_BESIDE_CLOSER] = 0,   [GS_BESIDE_MARK] = 0,     [GS_BESIDE_OTHER] = UNUSUAL};
  static const int by_after[] = {
      [GS_BESIDE_EDGE] = 0,        [GS_BESIDE_SPACE] = 0,  [GS_BESIDE_HANGUL] = ODD + 5, [GS_BESIDE_LATIN] = ODD + 5,
      [GS_BESIDE_DIGIT] = ODD + 5, [GS_BESIDE_STOP] = 0,   [GS_BESIDE_COMMA] = 0,        [GS_BESIDE_OPENER] = 5,
      [GS_BESIDE_CLOSER] = 0,      [GS_BESIDE_MARK] = ODD, [GS_BESIDE_OTHER] = 2};
  return by_before[before] + (particle ? 0 : by_after[after]);
}

/* Inches after a number in double marks; in single ones an apostrophe: `Let's`, `K'엑사`, `'24년`. */
static int stray_cost(const gs_sign *sign, gs_beside before, gs_beside after) {
  bool latin_before = before == GS_BESIDE_LATIN || before == GS_BESIDE_DIGIT;
  if (sign->kind == GS_SIGN_DOUBLE) return before == GS_BESIDE_DIGIT && after != GS_BESIDE_HANGUL ? RARE : FORGOTTEN;
  if (sign->shape == GS_SHAPE_OPENING) return RARE;
  if (latin_before && after == GS_BESIDE_LATIN) return 0;
  if (after == GS_BESIDE_DIGIT) return UNUSUAL;
  return latin_before ? UNUSUAL + 5 : ODD + 5;
}

gs_mark_costs gs_mark_costs_of(const char *bytes, gs_span stretch, const gs_signs *signs, uint32_t index) {
  const gs_sign *sign = &signs->items[index];
  uint32_t stop = sign->at + sign->length, behind = run_stop(signs, index);
  gs_beside before = gs_beside_before(bytes, stretch.start, sign->at),
            after = gs_beside_after(bytes, stop, stretch.stop);
  gs_beside far_before = gs_beside_before(bytes, stretch.start, run_start(signs, index));
  gs_beside far_after = gs_beside_after(bytes, behind, stretch.stop);
  bool particle = gs_particle_begins(bytes, behind, stretch.stop);
  gs_mark_costs costs = {
      .open = open_cost(far_before, after, particle && gs_quotation_particle_begins(bytes, behind, stretch.stop)),
      .close = close_cost(before, far_after, particle),
      .stray = stray_cost(sign, before, after),
  };
  if (sign->kind == GS_SIGN_SINGLE && before != GS_BESIDE_SPACE && gs_text_begins(bytes, stop, stretch.stop, "s ")) {
    costs.open += RARE; /* `Acme Corp.'s` */
    costs.stray = 0;
  }
  costs.lost = sign->kind == GS_SIGN_DOUBLE && costs.stray == FORGOTTEN;
  if (sign->shape == GS_SHAPE_CLOSING) costs.open += RARE;
  if (sign->shape == GS_SHAPE_OPENING) costs.close += RARE;
  return costs;
}

int gs_mark_pair_cost(const gs_signs *signs, uint32_t opening, uint32_t closing) {
  const gs_sign *first = &signs->items[opening], *last = &signs->items[closing];
  uint32_t start = first->at + first->length, length = last->at - start;
  if (length == 0) return RARE;
  /* Speech is rarely longer than 200 syllables, a term in single marks than 50. */
  uint32_t usual = first->kind == GS_SIGN_DOUBLE ? 600 : 150, slope = first->kind == GS_SIGN_DOUBLE ? 40 : 15;
  int cost = length > usual ? (int)((length - usual) / slope) : 0;
  if (cost > ODD) cost = ODD; /* answers of interviews run on for paragraphs */
  return cost + (first->kind == last->kind ? 0 : WRONG);
}
