#include "parsed.h"

typedef struct laid {
  const char *source, *title, *byline, *body;
} laid;

static const laid cases[] = {
    {"# 새 다리가 열렸다\n\n**한강신문** | 2026-01-02 09:00 | \n\n---\n\n다리가 열렸다.\n\n---\n\n*Crawled at: "
     "2026-01-02 10:00:00*\n*Source: [원문 보기](https://example.kr/1)*\n",
     "새 다리가 열렸다", "**한강신문** | 2026-01-02 09:00 |", "다리가 열렸다."},
    {"---\nid: 1\n---\n\n# &quot;간다&quot;\n\n본문.\n", "\"간다\"", "", "본문."},
    {"**한강신문** | 2026-01-02\n본문.", "", "**한강신문** | 2026-01-02", "본문."},
    {"**** | 2026-01-02 00:00 | sports\n\n본문.", "", "**** | 2026-01-02 00:00 | sports", "본문."},
    {"**굵은 말**로 여는 본문이다.", "", "", "**굵은 말**로 여는 본문이다."},
    {"#해시태그로 여는 본문.", "", "", "#해시태그로 여는 본문."},
    {"# 제목뿐", "제목뿐", "", ""},
    {"본문 하나.\n---\n본문 둘.\n\n---\n", "", "", "본문 하나.\n---\n본문 둘."},
    {"본문.\n\n## 댓글\n\n첫 댓글 \"좋다\"\n\n---\n*Source: x*", "", "", "본문."},
    {"본문.\n## 댓글 (12)\n쓴 사람: 글", "", "", "본문."},
    {"본문.\n## 댓글로 본 민심\n본문 둘.", "", "", "본문.\n## 댓글로 본 민심\n본문 둘."},
    {"본문.\n본문에 ## 댓글 이라는 말.", "", "", "본문.\n본문에 ## 댓글 이라는 말."},
    {"본문.\nCopyright ⓒ 한강신문 All rights reserved.\n\n\n", "", "", "본문."},
    {"본문.\n<저작권자 ⓒ 한강신문, 무단 전재 및 재배포 금지>\n", "", "", "본문."},
    {"본문.\nⓒ 한강신문", "", "", "본문."},
    {"ⓒ 표시는 누구의 것인가.\n본문.", "", "", "ⓒ 표시는 누구의 것인가.\n본문."},
    {"\xE3\x80\x80\xC2\xA0 본문.\xC2\xA0\xE3\x80\x80\n", "", "", "본문."},
    {"*Crawled at: 2026-01-02*", "", "", ""},
    {"*기울인 말* 뒤에 본문.", "", "", "*기울인 말* 뒤에 본문."},
};

Test(layout, is_told_from_the_body) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    parsed at;
    parse(&at, cases[i].source);
    cr_expect(eq(str, (char *)span_text(&at, at.document.title), (char *)cases[i].title), "case %zu", i);
    cr_expect(eq(str, (char *)span_text(&at, at.document.byline), (char *)cases[i].byline), "case %zu", i);
    cr_expect(eq(str, (char *)span_text(&at, at.document.body), (char *)cases[i].body), "case %zu", i);
    parsed_free(&at);
  }
}

Test(layout, a_line_is_a_paragraph) {
  parsed at;
  parse(&at, "첫 문단이다. 둘째 문장.\n \t\n둘째 문단이다.\r\n\xC2\xA0셋째 문단이다.\xC2\xA0\n");
  cr_expect(eq(str, (char *)spans_text(&at, at.document.paragraphs),
               "첫 문단이다. 둘째 문장. | 둘째 문단이다. | 셋째 문단이다."));
  parsed_free(&at);
}
