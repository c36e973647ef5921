/* The signs in running text that tell where sentences end and who is quoted: stops, marks, brackets, bullets.
 * A stretch is read into signs once; pairing and splitting then look at signs alone. */
#ifndef GS_DOCUMENT_SIGN_H
#define GS_DOCUMENT_SIGN_H

#include "document/document.h"

typedef enum gs_sign_kind {
  GS_SIGN_STOP,         /* . ? ! 。 and their full-width forms */
  GS_SIGN_ELLIPSIS,     /* … */
  GS_SIGN_DOUBLE,       /* " “ ” „ ＂ ″ */
  GS_SIGN_SINGLE,       /* ' ‘ ’ ‚ ＇ ′ ` */
  GS_SIGN_BRACKET,      /* ( ) [ ] { } and their full-width forms, 【 】 〔 〕 */
  GS_SIGN_CORNER,       /* 「 」 ｢ ｣ */
  GS_SIGN_WHITE_CORNER, /* 『 』 */
  GS_SIGN_ANGLE,        /* 〈 〉 《 》 */
  GS_SIGN_BULLET        /* ▲ ■ ◆ ▶ … */
} gs_sign_kind;

typedef enum gs_shape { GS_SHAPE_STRAIGHT, GS_SHAPE_OPENING, GS_SHAPE_CLOSING } gs_shape;

#define GS_ALONE UINT32_MAX

typedef struct gs_sign {
  uint32_t at;
  uint32_t partner; /* index of the other one of a pair, GS_ALONE without one; of brackets and marks */
  uint8_t length;   /* bytes */
  uint8_t kind, shape;
  uint8_t form; /* which bracket or stop it is: ( [ { 【 〔 differ; for a stop its ASCII character, 0 of 。;
                       1 for the bullets of headings (▶ ◆ ■ □), 0 for those of lists */
} gs_sign;

typedef struct gs_signs {
  gs_sign *items;
  uint32_t count, room;
} gs_signs;

/* Reads the signs of stretch into signs, from its beginning. false: memory is out. */
bool gs_signs_read(gs_arena *arena, const char *bytes, gs_span stretch, gs_signs *signs);

/* Gives brackets and corner marks their partners, by shape. */
void gs_signs_pair_brackets(gs_signs *signs);

/* What stands beside a sign. */
typedef enum gs_beside {
  GS_BESIDE_EDGE, /* the stretch begins or ends here */
  GS_BESIDE_SPACE,
  GS_BESIDE_HANGUL, /* and Chinese characters */
  GS_BESIDE_LATIN,
  GS_BESIDE_DIGIT,
  GS_BESIDE_STOP, /* . ? ! … */
  GS_BESIDE_COMMA,
  GS_BESIDE_OPENER, /* an opening bracket */
  GS_BESIDE_CLOSER,
  GS_BESIDE_MARK, /* a quotation mark */
  GS_BESIDE_OTHER /* · : - / = % ▲ … */
} gs_beside;

gs_beside gs_beside_before(const char *bytes, uint32_t start, uint32_t at);
gs_beside gs_beside_after(const char *bytes, uint32_t at, uint32_t stop);

/* Whether the text at begins with literal. Inline and without a call: words are looked up beside every mark, and mostly
 * differ in their first syllable. */
static inline bool gs_text_begins(const char *bytes, uint32_t at, uint32_t stop, const char *literal) {
  for (; *literal; literal++, at++)
    if (at >= stop || bytes[at] != *literal) return false;
  return true;
}

#endif
