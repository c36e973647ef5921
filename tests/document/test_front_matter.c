#include "parsed.h"

typedef struct reading {
  const char *source, *meta, *body, *diagnostics;
} reading;

static const reading readings[] = {
    /* YAML as it should be */
    {"---\nid: 0005700450\ntitle: \"새해 첫 해\"\nempty:\ntilde: ~\nword: null\n---\n본문.\n",
     "{\"id\":\"0005700450\",\"title\":\"새해 첫 해\",\"empty\":null,\"tilde\":null,\"word\":null}", "본문.", ""},
    {"---\nquoted: \"\"\nyes: no\nfloat: 1e3\ntime: 12:30\n---\n본문.",
     "{\"quoted\":\"\",\"yes\":\"no\",\"float\":\"1e3\",\"time\":\"12:30\"}", "본문.", ""},
    {"---\ntags: [경제, 'AI']\nauthor:\n  - name: 홍길동\n    email: h@example.kr\n---\n본문.",
     "{\"tags\":[\"경제\",\"AI\"],\"author\":[{\"name\":\"홍길동\",\"email\":\"h@example.kr\"}]}", "본문.", ""},
    {"---\ntext: |\n  한 줄\n  두 줄\n# 말\nlast: 끝\n---\n본문.", "{\"text\":\"한 줄\\n두 줄\\n\",\"last\":\"끝\"}",
     "본문.", ""},
    {"---\n---\n본문.", "{}", "본문.", ""},
    {"---\n\n# 말뿐\n---\n본문.", "{}", "본문.", ""},
    {"---\n제목: 한글 열쇠\n---\n본문.", "{\"제목\":\"한글 열쇠\"}", "본문.", ""},
    /* entities are decoded after the YAML */
    {"---\ntitle: \"&quot;가자&quot; &#x27;해&#x27;\"\nother: A&amp;B\n---\n&quot;본문&quot;.",
     "{\"title\":\"\\\"가자\\\" '해'\",\"other\":\"A&B\"}", "\"본문\".", ""},
    /* line ends, marks of order, blank lines before */
    {"---\r\nid: 1\r\ntitle: 둘\r\n---\r\n본문.\r\n", "{\"id\":\"1\",\"title\":\"둘\"}", "본문.", ""},
    {"\xEF\xBB\xBF---\nid: 1\n---\n본문.", "{\"id\":\"1\"}", "본문.", ""},
    {"\n\n---  \nid: 1\n--- \t\n본문.", "{\"id\":\"1\"}", "본문.", ""},
    /* a decomposed key and value, as Macs write them */
    {"---\ntitle: \xE1\x84\x80\xE1\x85\xA1\n---\n\xE1\x84\x82\xE1\x85\xA1.", "{\"title\":\"가\"}", "나.", ""},
    /* no front matter */
    {"본문뿐이다.", "{}", "본문뿐이다.", ""},
    {"", "{}", "", ""},
    {"---", "{}", "", ""},
    {"---\n본문이 줄 아래 온다.\n---\n둘째.", "{}", "본문이 줄 아래 온다.\n---\n둘째.", ""},
    {"----\nid: 1\n----\n본문.", "{}", "id: 1\n----\n본문.", ""},
    {"본문.\n---\nid: 1\n---\n", "{}", "본문.\n---\nid: 1", ""},
    {"---\nhttps://example.kr/a\n---\n본문.", "{}", "https://example.kr/a\n---\n본문.", ""},
    /* only front matter */
    {"---\nid: 1\n---\n", "{\"id\":\"1\"}", "", ""},
    {"---\nid: 1\n---", "{\"id\":\"1\"}", "", ""},
    /* repairs */
    {"---\nid: 7\nauthor: \n\t\t\n\t\t\t홍길동 기자 h@example.kr\n\t\t\t성춘향 기자 s@example.kr\n\t\t\n\t\nurl: "
     "u\n---\n본문.",
     "{\"id\":\"7\",\"author\":\"홍길동 기자 h@example.kr\\n성춘향 기자 s@example.kr\",\"url\":\"u\"}", "본문.",
     "front-matter 25-87: value of `author` is indented by tabs"},
    {"---\nid: 7\nauthor: \n\t\t\n\t\nurl: u\n---\n본문.", "{\"id\":\"7\",\"author\":null,\"url\":\"u\"}", "본문.", ""},
    {"---\ntitle: \"그는 \"가자\"고 했다\"\nid: 1\n---\n본문.", "{\"title\":\"그는 \\\"가자\\\"고 했다\",\"id\":\"1\"}",
     "본문.", "front-matter 11-38: value of `title` holds an unescaped \""},
    {"---\ntitle: \"가자\" 말했다\nid: 1\n---\n본문.", "{\"title\":\"\\\"가자\\\" 말했다\",\"id\":\"1\"}", "본문.",
     "front-matter 11-29: value of `title` opens with a mark (\") that does not close it; taken as written"},
    {"---\ntitle: \"A \\\"B\\\" C: \"D\"\nx: \"a\\\\b\\/c\"\n---\n본문.",
     "{\"title\":\"A \\\"B\\\" C: \\\"D\",\"x\":\"a\\\\b/c\"}", "본문.",
     "front-matter 11-26: value of `title` holds an unescaped \""},
    {"---\ntitle: 말: 하다: 둘\nnote: 'it''s' a\n---\n본문.", "{\"title\":\"말: 하다: 둘\",\"note\":\"'it''s' a\"}",
     "본문.", "front-matter 34-43: value of `note` opens with a mark (') that does not close it; taken as written"},
    {"---\ntitle: [단독] 새 소식\nid: 1\n---\n본문.", "{\"title\":\"[단독] 새 소식\",\"id\":\"1\"}", "본문.",
     "front-matter 11-30: value of `title` is not YAML (did not find expected key); taken as written"},
    {"---\ntitle: 첫 줄\n둘째 줄은 앞으로 나왔다\nid: @1\n---\n본문.",
     "{\"title\":\"첫 줄\\n둘째 줄은 앞으로 나왔다\",\"id\":\"@1\"}", "본문.",
     "front-matter 11-52: value of `title` runs on in the first column"},
    {"---\ntitle: @앞\nlist:\n  - 하나\n  - 둘\n---\n본문.", "{\"title\":\"@앞\",\"list\":[\"하나\",\"둘\"]}", "본문.",
     "front-matter 4-15: found character that cannot start any token; read key by key"},
    {"---\nid: 1\nid: 2\n---\n본문.", "{\"id\":\"1\"}", "본문.",
     "front-matter 10-15: key `id` occurs again; the first counts"},
    {"---\nid: 1\nid: @2\n---\n본문.", "{\"id\":\"1\"}", "본문.",
     "front-matter 10-16: key `id` occurs again; the first counts"},
    {"---\na: &x 1\nb: *x\n---\n본문.", "{\"a\":\"&x 1\",\"b\":\"*x\"}", "본문.",
     "front-matter 4-11: anchors are refused; read key by key"},
    {"---\nb: *x\n---\n본문.", "{\"b\":\"*x\"}", "본문.", "front-matter 4-9: aliases are refused; read key by key"},
    {"---\nid : 1\ntitle:\"강\"\n---\n본문.", "{\"id\":\"1\",\"title\":\"강\"}", "본문.",
     "front-matter 11-22: could not find expected ':'; read key by key"},
    {"---\n그는 이렇게 말했다: 강이다.\n---\n본문.", "{}", "그는 이렇게 말했다: 강이다.\n---\n본문.", ""},
    {"---\nnote: \"첫 줄\n\t둘째 줄\"\n---\n본문.", "{\"note\":\"첫 줄 둘째 줄\"}", "본문.", ""},
    {"---\nid: 1\nauthor:\n  홍길동 기자\n  성춘향 기자\n---\n본문.",
     "{\"id\":\"1\",\"author\":\"홍길동 기자 성춘향 기자\"}", "본문.", ""},
    /* a closing line that is missing */
    {"---\nid: 1\ntitle: 제목\n\n본문이다.", "{\"id\":\"1\",\"title\":\"제목\"}", "본문이다.",
     "front-matter 4-9: front matter is not closed by a `---` line"},
    {"---\nid: 1\nauthor:\n\t홍길동\n# 제목\n\n본문이다.", "{\"id\":\"1\",\"author\":\"홍길동\"}", "본문이다.",
     "front-matter 4-9: front matter is not closed by a `---` line; front-matter 19-28: value of `author` is indented "
     "by tabs"},
};

Test(front_matter, is_read_strictly_or_repaired) {
  for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
    parsed at;
    parse(&at, readings[i].source);
    cr_expect(eq(str, (char *)value_text(&at, at.document.meta), (char *)readings[i].meta), "case %zu: %s", i,
              readings[i].source);
    cr_expect(eq(str, (char *)span_text(&at, at.document.body), (char *)readings[i].body), "case %zu", i);
    cr_expect(eq(str, (char *)diagnostics_text(&at), (char *)readings[i].diagnostics), "case %zu", i);
    parsed_free(&at);
  }
}

/* Carriage returns alone end lines too, and cost no more than a pass. */
Test(front_matter, old_line_ends) {
  parsed at;
  parse(&at, "---\rid: 1\r---\r본문.");
  cr_expect(eq(str, (char *)value_text(&at, at.document.meta), "{\"id\":\"1\"}"));
  cr_expect(eq(str, (char *)span_text(&at, at.document.body), "본문."));
  parsed_free(&at);
}

Test(front_matter, deep_values_are_taken_as_written) {
  char source[400] = "---\na: ", expected[400] = "{\"a\":\"";
  for (int i = 0; i < 40; i++) strcat(source, "["), strcat(expected, "[");
  for (int i = 0; i < 40; i++) strcat(source, "]"), strcat(expected, "]");
  strcat(source, "\n---\n본문.");
  strcat(expected, "\"}");
  parsed at;
  parse(&at, source);
  cr_expect(eq(str, (char *)value_text(&at, at.document.meta), expected));
  cr_expect(strstr(diagnostics_text(&at), "nested too deeply") != NULL);
  parsed_free(&at);
}
