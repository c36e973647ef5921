/* Extracts one article with libgisa: extract FOLDER-OF-EXTRACTORS < article.md */
#include <gisa.h>
#include <stdio.h>

static int write_out(void *file, const char *bytes, size_t length) {
  return fwrite(bytes, 1, length, file) == length ? 0 : -1;
}

int main(int count, char **arguments) {
  static char article[1 << 20];
  size_t length = fread(article, 1, sizeof article, stdin);
  gisa_engine *engine = gisa_engine_new(NULL);
  if (count < 2 || engine == NULL || gisa_engine_add_plugins(engine, arguments[1]) != GISA_OK) return 2;
  if (gisa_engine_load(engine) != GISA_OK) fprintf(stderr, "%s\n", gisa_engine_message(engine));
  gisa_result *result;
  gisa_status status = gisa_extract(engine, &(gisa_input){.bytes = article, .length = length, .path = "stdin"}, &result);
  if (status == GISA_OK) status = gisa_result_write(result, GISA_YAML, write_out, stdout);
  gisa_engine_free(engine);
  return status == GISA_OK ? 0 : 1;
}
