/* A result as the engine makes them, for tests and for measuring. */
#ifndef GS_TESTS_RECORD_EXAMPLE_H
#define GS_TESTS_RECORD_EXAMPLE_H

#include <string.h>

#include "record/value.h"

static inline bool example_set(gs_arena *arena, gs_value *map, const char *key, gs_value *value) {
  return gs_map_set(arena, map, key, strlen(key), value);
}

static inline gs_value *example_string(gs_arena *arena, const char *text) {
  return gs_string(arena, text, strlen(text));
}

static inline gs_value *example_place(gs_arena *arena, int64_t start, int64_t stop) {
  gs_value *at = gs_list(arena);
  if (!at || !gs_list_add(arena, at, gs_integer(arena, start)) || !gs_list_add(arena, at, gs_integer(arena, stop))) {
    return NULL;
  }
  at->flow = true;
  return at;
}

/* NULL when memory is out, at whichever allocation. */
static inline gs_value *example_benchmark(gs_arena *arena) {
  gs_value *record = gs_map(arena);
  bool made = record && example_set(arena, record, "model", example_string(arena, "K-엑사원")) &&
              example_set(arena, record, "benchmark", example_string(arena, "1차 평가 벤치마크 13종의 평균점수")) &&
              example_set(arena, record, "score", gs_number(arena, 72.03)) &&
              example_set(arena, record, "unit", example_string(arena, "점")) &&
              example_set(arena, record, "versus", gs_null(arena)) &&
              example_set(arena, record, "at", example_place(arena, 3001, 3102));
  return made ? record : NULL;
}

static inline gs_value *example_quote(gs_arena *arena, int64_t start) {
  static const char text[] = "한국만의 행사가 아니라 \"전 세계\"가 주목하는 경진의 장이라고 생각한다";
  gs_value *record = gs_map(arena);
  bool made = record && example_set(arena, record, "text", example_string(arena, text)) &&
              example_set(arena, record, "speaker", example_string(arena, "하정우")) &&
              example_set(arena, record, "role", example_string(arena, "대통령실 AI미래기획수석")) &&
              example_set(arena, record, "at", example_place(arena, start, start + (int64_t)strlen(text)));
  return made ? record : NULL;
}

static inline gs_value *example_attendee(gs_arena *arena) {
  gs_value *record = gs_map(arena);
  bool made = record && example_set(arena, record, "name", example_string(arena, "배경훈")) &&
              example_set(arena, record, "role", example_string(arena, "과학기술정보통신부 장관")) &&
              example_set(arena, record, "organization", example_string(arena, "과학기술정보통신부")) &&
              example_set(arena, record, "title", example_string(arena, "장관")) &&
              example_set(arena, record, "at", example_place(arena, 1200, 1240));
  return made ? record : NULL;
}

static inline gs_value *example_article(gs_arena *arena) {
  gs_value *article = gs_map(arena), *author = gs_map(arena), *authors = gs_list(arena);
  bool made =
      article && author && authors && example_set(arena, author, "name", example_string(arena, "이건한")) &&
      example_set(arena, author, "email", example_string(arena, "sugyo@example.com")) &&
      gs_list_add(arena, authors, author) && example_set(arena, article, "id", example_string(arena, "0002213974")) &&
      example_set(arena, article, "title",
                  example_string(arena, "\"GPT-5와 6개월 격차\"... 독파모 'AI 어벤져스' 성적은?")) &&
      example_set(arena, article, "publisher", example_string(arena, "디지털데일리")) &&
      example_set(arena, article, "author", authors) &&
      example_set(arena, article, "published_at", example_string(arena, "2025-12-30T00:00")) &&
      example_set(arena, article, "url", example_string(arena, "https://news.example.com/article/138/0002213974?a=b"));
  if (made) authors->flow = true;
  return made ? article : NULL;
}

static inline gs_value *example_repeated(gs_arena *arena, int count, gs_value *(*make)(gs_arena *)) {
  gs_value *list = gs_list(arena);
  for (int i = 0; list && i < count; i++) {
    if (!gs_list_add(arena, list, make(arena))) return NULL;
  }
  return list;
}

static inline gs_value *example_result(gs_arena *arena, int quotes, int attendees, int benchmarks) {
  gs_value *result = gs_map(arena), *source = gs_map(arena), *list = gs_list(arena), *statuses = gs_map(arena);
  if (!result || !source || !list || !statuses) return NULL;
  for (int i = 0; i < quotes; i++) {
    if (!gs_list_add(arena, list, example_quote(arena, 1834 + 200 * i))) return NULL;
  }
  source->flow = statuses->flow = true;
  bool made =
      example_set(arena, source, "path", example_string(arena, "138_0002213974.md")) &&
      example_set(arena, source, "bytes", gs_integer(arena, 11829)) &&
      example_set(arena, result, "gisa", gs_integer(arena, 1)) && example_set(arena, result, "source", source) &&
      example_set(arena, result, "article", example_article(arena)) && example_set(arena, result, "quotes", list) &&
      example_set(arena, result, "attendees", example_repeated(arena, attendees, example_attendee)) &&
      example_set(arena, result, "benchmarks", example_repeated(arena, benchmarks, example_benchmark)) &&
      example_set(arena, statuses, "quotes", example_string(arena, "ok")) &&
      example_set(arena, statuses, "attendees", example_string(arena, attendees > 0 ? "ok" : "empty")) &&
      example_set(arena, statuses, "benchmarks", example_string(arena, benchmarks > 0 ? "ok" : "empty")) &&
      example_set(arena, result, "extractors", statuses);
  return made ? result : NULL;
}

#endif
