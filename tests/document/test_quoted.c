#include "parsed.h"

typedef struct quoting {
  const char *body, *quoted;
} quoting;

static const quoting cases[] = {
    {"따옴표가 없다.", ""},
    {"그는 \"강이 맑다\"고 말했다.", "D:강이 맑다"},
    {"그는 \"강이 맑다. 물이 차다\"며 \"가을이 왔다\"고 말했다.", "D:강이 맑다. 물이 차다 | D:가을이 왔다"},
    {"그는 “강이 맑다”며 ‘가을’을 말했다.", "D:강이 맑다 | S:가을"},
    {"그는 ＂강이 맑다＂고 했다.", "D:강이 맑다"},
    {"「물의 노래」와 『강』, 〈가을〉과 《겨울》", "C:물의 노래 | W:강 | A:가을 | A:겨울"},
    /* nested */
    {"그는 \"'맑은 강' 사업이 끝났다\"고 했다.", "D:'맑은 강' 사업이 끝났다 | .S:맑은 강"},
    {"그는 \"우리는 '맑은 강'\"이라고 했다.", "D:우리는 '맑은 강' | .S:맑은 강"},
    {"‘그는 “가자”고 했다’는 글", "S:그는 “가자”고 했다 | .D:가자"},
    {"“어제 “가자”고 했다”고 전했다.", "D:어제 “가자”고 했다 | .D:가자"},
    {"\"'그가 \"가자\"고 했다'는 글을 봤다\"고 말했다.",
     "D:'그가 \"가자\"고 했다'는 글을 봤다 | .S:그가 \"가자\"고 했다 | ..D:가자"},
    {"책 『「강」을 읽다』", "W:「강」을 읽다 | .C:강"},
    /* marks of different shapes that are a pair */
    {"그는 “강이 맑다\"고 했고 \"물이 차다”고 했다.", "D:강이 맑다 | D:물이 차다"},
    {"그는 ”강이 맑다”며 “가을이다“라고 했다.", "D:강이 맑다 | D:가을이다"},
    {"그는 \"강이 맑다'며 \"가을이 왔다\"고 했다.", "D:강이 맑다 | D:가을이 왔다"},
    {"그는 '강이 맑다\"라고 했다.", "D:강이 맑다"},
    {"회사는 ’맑은 강’을 내놨다.", "S:맑은 강"},
    {"그는 ‶강이 맑다″며 나섰다.", "D:강이 맑다"},
    /* not quotation marks */
    {"Let's go는 K'엑사와 '24년의 노래다.", ""},
    {"'24년 '맑은 강'을 연다.", "S:맑은 강"},
    {"27\" 모니터를 보던 그는 \"크다\"고 했다.", "D:크다"},
    {"그의 키는 5' 11\" 정도다.", ""},
    {"It is Acme Corp.'s claim that the NIS' order came.", ""},
    {"New York’s 거리에서 ‘강’을 봤다.", "S:강"},
    /* one mark is missing: the others stay right */
    {"김 대표는 \"강이 맑다며 \"물이 차다\"고 했다. 이어 \"가을이다\"라고 했다.",
     "D!강이 맑다며 | D:물이 차다 | D:가을이다"},
    {"김 대표는 강이 맑다\"며 \"물이 차다\"고 했다. 이어 \"가을이다\"라고 했다.",
     "D!김 대표는 강이 맑다 | D:물이 차다 | D:가을이다"},
    {"김 대표는 \"강이 맑다\"며 물이 차다\"고 했다. 이어 \"가을이다\"라고 했다.",
     "D:강이 맑다 | D!물이 차다 | D:가을이다"},
    {"김 대표는 \"강이 맑다\"며 \"물이 차다고 했다. 이어 \"가을이다\"라고 했다.",
     "D:강이 맑다 | D!물이 차다고 했다. | D:가을이다"},
    {"\"강이 맑다\n그는 \"물이 차다\"고 했다.", "D!강이 맑다 | D:물이 차다"},
    {"그는 강이 맑다.\"고 했다.", "D!그는 강이 맑다."},
    {"-강은 어떤가.\"강이 맑다. 물이 차다.-가을은?\"가을이 왔다\".", "D!강이 맑다. 물이 차다. | D:가을이 왔다"},
    {"그는 '맑은 강'이 좋다\"고 했다.", "D!그는 '맑은 강'이 좋다 | .S:맑은 강"},
    {"그는 \"'맑은 강'이 좋다고 했다. '물'도.", "D!'맑은 강'이 좋다고 했다. | .S:맑은 강 | S:물"},
    /* glued */
    {"김 시장 \"강을 살리겠다\"30일 시청 앞. 그는 \"물이 차다\"고 했다.", "D:강을 살리겠다 | D:물이 차다"},
    {"새 다리 \"내년에 연다\"\"물길도 넓힌다\"", "D:내년에 연다 | D:물길도 넓힌다"},
    {"그는 \"강이 맑다\"고 했다.\"물은 차다\"고도 했다.", "D:강이 맑다 | D:물은 차다"},
    {"(\"강이 맑다\")라고 했다.", "D:강이 맑다"},
    {"[김 시장: \"강이 맑습니다.\"]", "D:강이 맑습니다."},
    {"그는 \" 강이 맑다 \"고 했다.", "D: 강이 맑다 "},
    /* nothing between, nothing around */
    {"\"", ""},
    {"\"\"", "D:"},
    {"'", ""},
    {"”", ""},
};

Test(quoted, pairs) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    parsed at;
    parse(&at, cases[i].body);
    cr_expect(eq(str, (char *)quoted_text(&at), (char *)cases[i].quoted), "case %zu: %s", i, cases[i].body);
    parsed_free(&at);
  }
}

Test(quoted, marks_are_around_the_text) {
  parsed at;
  parse(&at, "머리 “강이 “맑다””고 '물' 「숲」 \"끝");
  for (uint32_t i = 0; i < at.document.quoted.count; i++) {
    gs_quoted quoted = at.document.quoted.items[i];
    cr_expect(quoted.whole.start <= quoted.text.start && quoted.text.stop <= quoted.whole.stop);
    cr_expect(quoted.whole.start < quoted.text.start);
    cr_expect(quoted.paired == (quoted.text.stop < quoted.whole.stop));
  }
  cr_expect(eq(u32, at.document.quoted.count, 5));
  parsed_free(&at);
}

Test(quoted, a_lost_mark_is_told_where_the_source_has_it) {
  parsed at;
  parse(&at, "그는 &quot;가자고 했다.");
  cr_expect(eq(str, (char *)diagnostics_text(&at), "layout 7-13: a quotation mark lacks its partner"));
  parsed_free(&at);
}
