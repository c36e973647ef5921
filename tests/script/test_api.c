/* The Lua API: each file in api/ is an extractor that asserts what the API promises, run over the article below. */
#include <dirent.h>

#include "document/source.h"
#include "loading.h"

static const char article[] = "---\n"
                              "id: a-1\n"
                              "title: \"&quot;시작&quot; 알린 발표회\"\n"
                              "tags: [하나, 둘]\n"
                              "---\n"
                              "\n"
                              "# &quot;시작&quot; 알린 발표회\n"
                              "\n"
                              "홍길동 한국대 교수는 &quot;이제 '시작'이다&quot;라고 말했다. 김철수 대표도 참석했다.\n"
                              "\n"
                              "행사에는 1200여명이 왔다.\n";

static void run_file(const char *path) {
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  const char *source;
  size_t length;
  loading l;
  char message[GS_SCRIPT_MESSAGE];
  cr_assert_eq(gs_source_read(&arena, path, 1 << 20, &source, &length, message), GISA_OK, "%s: %s", path, message);
  load_source(&l, source, length);
  cr_assert_eq(l.status, GISA_OK, "%s: %s", path, l.message);
  gs_diagnostics diagnostics;
  gs_diagnostics_init(&diagnostics, &arena);
  gs_document document;
  cr_assert_eq(gs_document_parse(&arena, article, sizeof article - 1, NULL, &gs_document_defaults, &diagnostics, &document),
               GISA_OK);
  /* Twice: the second call must find nothing of the first. */
  for (int call = 0; call < 2; call++) {
    gs_records records;
    gs_call_status status = gs_extractor_call(&l.extractor, &arena, &document, "a-1", NULL, 0, NULL, NULL, &records, message);
    cr_expect(status == GS_CALL_OK || status == GS_CALL_EMPTY, "%s: %s: %s", path, gs_call_status_name(status), message);
  }
  unload(&l);
  gs_arena_free(&arena);
}

Test(api, holds_what_it_promises) {
  DIR *folder = opendir(GISA_SOURCE_DIR "/tests/script/api");
  cr_assert_not_null(folder);
  int files = 0;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    char path[512];
    snprintf(path, sizeof path, GISA_SOURCE_DIR "/tests/script/api/%s", entry->d_name);
    run_file(path);
    files++;
  }
  closedir(folder);
  cr_expect_geq(files, 5);
}
