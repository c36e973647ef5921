#include "document/author.h"
#include "parsed.h"

typedef struct facts {
  const char *source, *stem, *article;
} facts;

static const facts cases[] = {
    {"---\nid: 7\ntitle: 강\npublisher: 한강신문\nauthor: 홍길동 기자(hong@example.kr)\npublished_at: 2026-01-02 "
     "09:00\nurl: https://example.kr/7\n---\n# 다른 제목\n본문.",
     "file",
     "{\"id\":\"7\",\"title\":\"강\",\"publisher\":\"한강신문\",\"author\":[{\"name\":\"홍길동\",\"email\":\"hong@"
     "example.kr\"}],"
     "\"published_at\":\"2026-01-02T09:00\",\"url\":\"https://example.kr/7\"}"},
    {"# 강\n**한강신문** | 2026.01.02. 오후 9:30 | 문화\n본문.", "file",
     "{\"id\":\"file\",\"title\":\"강\",\"publisher\":\"한강신문\",\"author\":[],\"published_at\":\"2026-01-02T21:30\","
     "\"url\":null}"},
    {"본문.", NULL, "{\"id\":null,\"title\":null,\"publisher\":null,\"author\":[],\"published_at\":null,\"url\":null}"},
    {"---\ntitle: [강, 물]\npublisher:\n---\n**한강신문**\n본문.", NULL,
     "{\"id\":null,\"title\":null,\"publisher\":\"한강신문\",\"author\":[],\"published_at\":null,\"url\":null}"},
    {"---\nauthor: [{name: 홍길동, email: h@example.kr}, 성춘향 기자, {x: y}]\n---\n본문.", NULL,
     "{\"id\":null,\"title\":null,\"publisher\":null,\"author\":[{\"name\":\"홍길동\",\"email\":\"h@example.kr\"},{"
     "\"name\":\"성춘향\",\"email\":null}],"
     "\"published_at\":null,\"url\":null}"},
};

Test(article, facts_come_from_front_matter_then_layout) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    parsed at;
    parse(&at, cases[i].source);
    cr_expect(
        eq(str, (char *)value_text(&at, gs_article(&at.arena, &at.document, cases[i].stem)), (char *)cases[i].article),
        "case %zu", i);
    parsed_free(&at);
  }
}

/* name <email>, … ; `-` for null */
static const struct {
  const char *written, *authors;
} authors[] = {
    {"홍길동 기자(hong@example.kr)", "홍길동 <hong@example.kr>"},
    {"홍길동 기자 (hong@example.kr)", "홍길동 <hong@example.kr>"},
    {"홍길동(hong@example.kr)", "홍길동 <hong@example.kr>"},
    {"홍길동 기자 hong@example.kr", "홍길동 <hong@example.kr>"},
    {"홍길동 hong@example.kr", "홍길동 <hong@example.kr>"},
    {"홍길동 <hong@example.kr>", "홍길동 <hong@example.kr>"},
    {"홍길동 기자 a@example.kr\n성춘향 기자 b@example.kr", "홍길동 <a@example.kr>, 성춘향 <b@example.kr>"},
    {"홍길동 기자 a@example.kr 성춘향 기자 b@example.kr", "홍길동 <a@example.kr>, 성춘향 <b@example.kr>"},
    {"홍길동 기자(a@example.kr), 성춘향 기자(b@example.kr)", "홍길동 <a@example.kr>, 성춘향 <b@example.kr>"},
    {"홍길동 기자(a@example.kr),성춘향 기자(b@example.kr)", "홍길동 <a@example.kr>, 성춘향 <b@example.kr>"},
    {"홍길동 기자, 성춘향 기자", "홍길동 <->, 성춘향 <->"},
    {"홍길동 기자 성춘향 기자", "홍길동 <->, 성춘향 <->"},
    {"홍길동 기자 성춘향 인턴기자(a@example.kr)", "홍길동 <->, 성춘향 <a@example.kr>"},
    {"홍길동·성춘향 기자 a@example.kr", "홍길동 <a@example.kr>, 성춘향 <->"},
    {"세종=홍길동 기자 a@example.kr", "홍길동 <a@example.kr>"},
    {"홍길동 기자(=강릉)(a@example.kr)", "홍길동 <a@example.kr>"},
    {"홍길동기자", "홍길동 <->"},
    {"베이징 | 홍길동 특파원 a@example.kr", "홍길동 <a@example.kr>"},
    {"한강방송 홍길동 기자 a@example.kr", "홍길동 <a@example.kr>"},
    {"홍길동 디지털뉴스팀 기자(a@example.kr)", "홍길동 <a@example.kr>"},
    {"홍길동 환경전문기자 (a@example.kr)", "홍길동 <a@example.kr>"},
    {"물결 온라인뉴스팀 기자", "물결 온라인뉴스팀 <->"},
    {"디지털팀", "디지털팀 <->"},
    {"KBS", "KBS <->"},
    {"By John Doe", "John Doe <->"},
    {"a@example.kr", "- <a@example.kr>"},
    {"김 훈 기자", "김 훈 <->"},
    {" , ;", ""},
    {"(@)", "(@) <->"},
    {"", ""},
};

static void append(char *out, const gs_value *value, const char *around) {
  sprintf(out + strlen(out), around, value->kind == GS_STRING ? (int)value->string.length : 1,
          value->kind == GS_STRING ? value->string.bytes : "-");
}

Test(article, authors_are_names_and_addresses) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  for (size_t i = 0; i < sizeof authors / sizeof *authors; i++) {
    gs_value *list = gs_authors(&arena, gs_string(&arena, authors[i].written, strlen(authors[i].written)));
    char out[256] = "";
    for (uint32_t k = 0; k < list->list.count; k++) {
      append(out, gs_map_get(list->list.items[k], "name"), k ? ", %.*s" : "%.*s");
      append(out, gs_map_get(list->list.items[k], "email"), " <%.*s>");
    }
    cr_expect(eq(str, out, (char *)authors[i].authors), "%s", authors[i].written);
  }
  gs_arena_free(&arena);
}

static const struct {
  const char *written, *date;
} dates[] = {
    {"2026-01-02 00:00", "2026-01-02T00:00"},
    {"2026-01-02 09:08:07", "2026-01-02T09:08:07"},
    {"2026-01-02T09:08:07+09:00", "2026-01-02T09:08:07+09:00"},
    {"2026-01-02T09:08:07.123Z", "2026-01-02T09:08:07Z"},
    {"2026-01-02", "2026-01-02"},
    {"2026.01.02.", "2026-01-02"},
    {"2026.1.2. 오전 9:30", "2026-01-02T09:30"},
    {"2026. 1. 2. 오전 12:05", "2026-01-02T00:05"},
    {"2026.01.02 오후 12:05", "2026-01-02T12:05"},
    {"2026/01/02 23:59", "2026-01-02T23:59"},
    {"2026년 1월 2일 오후 3시 5분", "2026-01-02T15:05"},
    {"2026년 1월 2일 15시", "2026-01-02T15:00"},
    {" 2024-02-29 ", "2024-02-29"},
    {"2026-02-29", "2026-02-29 as written"},
    {"2026-13-01", "2026-13-01 as written"},
    {"2026-01-02 24:00", "2026-01-02 24:00 as written"},
    {"2026-01-02 오후 13:00", "2026-01-02 오후 13:00 as written"},
    {"01/02/2026", "01/02/2026 as written"},
    {"26-01-02", "26-01-02 as written"},
    {"어제", "어제 as written"},
    {"2026-01-02 09:30 입력", "2026-01-02 09:30 입력 as written"},
    {"", " as written"},
};

Test(article, dates_are_normalised_where_they_are_plain) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
    gs_value *date = gs_date(&arena, dates[i].written, strlen(dates[i].written));
    char out[128], expected[128];
    snprintf(out, sizeof out, "%.*s", (int)date->string.length, date->string.bytes);
    const char *written = strstr(dates[i].date, " as written");
    snprintf(expected, sizeof expected, "%.*s", (int)(written ? written - dates[i].date : (long)strlen(dates[i].date)),
             dates[i].date);
    cr_expect(eq(str, out, expected), "%s", dates[i].written);
  }
  gs_arena_free(&arena);
}
