/* What must hold for any bytes, and what input made to hurt may cost. */
#include <time.h>

#include "parsed.h"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SLOWER 20
#else
#define SLOWER 1
#endif

static bool is_boundary(const gs_text *text, uint32_t at) {
  return at == text->length || ((unsigned char)text->bytes[at] & 0xC0) != 0x80;
}

static void check_span(const gs_document *document, gs_span span, gs_span within) {
  cr_assert(span.start <= span.stop && span.start >= within.start && span.stop <= within.stop);
  cr_assert(is_boundary(&document->text, span.start) && is_boundary(&document->text, span.stop));
}

static void check_order(const gs_document *document, gs_spans spans) {
  for (uint32_t i = 0; i < spans.count; i++) {
    check_span(document, spans.items[i], document->body);
    cr_assert(spans.items[i].start < spans.items[i].stop);
    cr_assert(i == 0 || spans.items[i - 1].stop <= spans.items[i].start);
  }
}

static void check(const gs_document *document) {
  gs_span whole = {0, document->text.length};
  check_span(document, document->body, whole);
  check_span(document, document->title, whole);
  check_span(document, document->byline, whole);
  check_order(document, document->paragraphs);
  check_order(document, document->sentences);
  uint32_t last = 0;
  for (uint32_t i = 0; i < document->quoted.count; i++) {
    const gs_quoted *quoted = &document->quoted.items[i];
    check_span(document, quoted->whole, document->body);
    check_span(document, quoted->text, quoted->whole);
    cr_assert(quoted->whole.start >= last);
    last = quoted->whole.start;
  }
}

static const char sample[] =
    "---\nid: 0007\ntitle: \"&quot;강\"이 맑다&quot;\"\nauthor: \n\t\t홍길동 기자(h@example.kr)\ntags: [강, {물: "
    "맑다}]\nid: 8\n---\n\n# 강 \"맑다\"\n\n"
    "**한강신문** | 2026-01-02 09:00 |\n\n---\n\n새 시장 “강을 살리겠다”30일 시청(서울=한강뉴스) 홍길동 기자 = 그는 "
    "\"'맑은 강'이다. 물도 차다\"며 웃었다.이어 \"가을이다라고 했다.\n"
    "[김 시장 : 강이 맑습니다.]◆물 3.1도 J. D. 밴스 『숲』 Let's … 끝.\n\n---\n*Source: x*\n## 댓글\n좋다";

Test(hostile, every_beginning_of_a_file) {
  for (size_t length = 0; length < sizeof sample; length++) {
    parsed at;
    parse_bytes(&at, sample, length);
    check(&at.document);
    cr_assert(gs_article(&at.arena, &at.document, "stem") != NULL);
    parsed_free(&at);
  }
}

/* Pieces of the sample and of its signs in any order, from a fixed seed. */
Test(hostile, shuffled_pieces) {
  static const char *const signs[] = {"\"", "'",   "“",    "”",        "‘",  "’",     "(",  ")", "[", "]",
                                      ".",  "다.", "…",    "\n",       " ",  "---\n", "가", "a", "1", "라고 ",
                                      "「", "」",  "\xFF", "\xE2\x80", "\t", ":",     "■",  "-"};
  uint32_t state = 2026;
  for (int round = 0; round < 3000; round++) {
    char source[600] = "";
    size_t length = 0;
    while (length < 500) {
      state = state * 1664525 + 1013904223;
      const char *piece = signs[(state >> 16) % (sizeof signs / sizeof *signs)];
      size_t size = strlen(piece);
      if ((state >> 8) % 16 == 0) piece = sample + (state >> 16) % (sizeof sample - 20), size = 20;
      memcpy(source + length, piece, size);
      length += size;
    }
    parsed at;
    parse_bytes(&at, source, length);
    check(&at.document);
    parsed_free(&at);
  }
}

typedef struct failing {
  size_t left;
} failing;

static void *fail_at(void *context, void *block, size_t size) {
  failing *count = context;
  if (size > 0 && count->left == 0) return NULL;
  if (size > 0) count->left--;
  return gs_heap.resize(NULL, block, size);
}

/* Small blocks make the arena ask often; each request in turn is the one that fails. */
Test(hostile, memory_is_out_at_every_step) {
  static char source[sizeof sample * 40];
  source[0] = '\0';
  for (int i = 0; i < 40; i++) strcat(source, i ? strstr(sample, "새 시장") : sample);
  bool done = false;
  for (size_t allowed = 0; !done; allowed++) {
    failing count = {allowed};
    gs_arena arena;
    gs_arena_init(&arena, (gs_allocator){fail_at, &count});
    gs_diagnostics diagnostics;
    gs_diagnostics_init(&diagnostics, &arena);
    gs_document document;
    gisa_status status =
        gs_document_parse(&arena, source, strlen(source), NULL, &gs_document_defaults, &diagnostics, &document);
    cr_assert(status == GISA_OK || status == GISA_NO_MEMORY);
    done = status == GISA_OK && gs_article(&arena, &document, "stem") != NULL;
    gs_arena_free(&arena);
    cr_assert(allowed < 10000);
  }
}

static char *repeated(const char *head, const char *piece, size_t count, const char *tail, size_t *length) {
  size_t size = strlen(piece);
  *length = strlen(head) + size * count + strlen(tail);
  char *out = malloc(*length + 1), *at = out;
  cr_assert(out != NULL);
  at = stpcpy(at, head);
  for (size_t i = 0; i < count; i++) at = stpcpy(at, piece);
  stpcpy(at, tail);
  return out;
}

static double milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static const struct {
  const char *head, *piece;
  size_t count;
  const char *tail;
  double most;
} bombs[] = {
    {"---\na: ", "[", 100000, "\n---\n본문.", 10},
    {"---\na: ", "[", 60000, "\n---\n본문.", 10},
    {"---\na: ", "[\n ", 20000, "\n---\n본문.", 10},
    {"---\na: ", "{a: ", 15000, "\n---\n본문.", 10},
    {"---\na: 1\n", "? ", 30000, "\n---\n본문.", 10},
    {"---\na:\n", " - ", 20000, "\n---\n본문.", 10},
    {"---\n", "a: 1\n", 12000, "---\n본문.", 10},
    {"---\n", "a: [\n", 12000, "---\n본문.", 10},
    {"---\na: &a 1\n", "b: *a\n", 10000, "---\n본문.", 10},
    {"---\na: \"", "\\\"", 30000, "\n---\n본문.", 10},
    {"---\na: |\n", " x\n", 20000, "---\n본문.", 10},
    {"---\na: 1\n", "\t\n", 30000, "---\n본문.", 10},
    {"---\na: 1\r", "b\r", 30000, "---\r본문.", 10},
    {"", "강이 맑다 ", 700000, "본문.", 1000},
    {"", "강이 맑다.", 700000, "본문.", 1000},
    {"", "\"", 1000000, "본문.", 1000},
    {"", "'", 1000000, "본문.", 1000},
    {"", "\"가'", 300000, "본문.", 1000},
    {"", "“", 300000, "본문.", 1000},
    {"", "(", 1000000, "본문.", 1000},
    {"", "(\"", 500000, "본문.", 1000},
    {"", ".", 1000000, "본문.", 1000},
    {"", "a.", 500000, "본문.", 1000},
    {"", "1. ", 300000, "본문.", 1000},
    {"", "\n", 1000000, "본문.", 1000},
    {"", "#\n", 500000, "본문.", 1000},
    {"", "---\n", 300000, "본문.", 1000},
    {"본문.\n", "## 댓글로\n", 100000, "본문.", 1000},
    {"본문.", "\n---", 300000, "", 1000},
    {"본문.\n", " ", 1000000, "", 1000},
    {"", "다\"가 ", 100000, "본문.", 1000},
};

Test(hostile, bombs_cost_bounded_time) {
  for (size_t i = 0; i < sizeof bombs / sizeof *bombs; i++) {
    size_t length;
    char *source = repeated(bombs[i].head, bombs[i].piece, bombs[i].count, bombs[i].tail, &length);
    parsed at;
    double start = milliseconds();
    parse_bytes(&at, source, length);
    double cost = milliseconds() - start;
    if (getenv("COSTS")) fprintf(stderr, "%zu %.2f ms arena %zu\n", i, cost, at.arena.used);
    cr_expect(cost < bombs[i].most * SLOWER, "%zu: %.1f ms", i, cost);
    check(&at.document);
    span_text(&at, at.document.body);
    cr_expect(at.length >= 7 && strstr(at.out, "본문.") != NULL, "%zu", i);
    parsed_free(&at);
    free(source);
  }
}

Test(hostile, front_matter_over_the_limit_is_body) {
  size_t length;
  char *source = repeated("---\na: ", "x", 65536, "\n---\n본문.", &length);
  parsed at;
  parse_bytes(&at, source, length);
  cr_expect(eq(sz, at.document.meta->map.count, 0));
  cr_expect(eq(str, (char *)diagnostics_text(&at),
               "front-matter 4-65544: has 65540 bytes, over the limit of 65536; read as body"));
  parsed_free(&at);
  free(source);
}
