#include "batch/freshness.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "text/digest.h"

/* Both digests stand behind the path, which has 4,095 bytes at most and, with each byte escaped, three times that. */
#define HEAD_BYTES 16384

static size_t read_head(int folder, const char *name, char *head) {
  int descriptor = openat(folder, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return 0;
  struct stat facts;
  ssize_t length = -1;
  if (fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode))
    do length = read(descriptor, head, HEAD_BYTES);
    while (length < 0 && errno == EINTR);
  close(descriptor);
  return length < 0 ? 0 : (size_t)length;
}

bool batch_is_up_to_date(gisa_engine *engine, const gisa_input *input, int folder, const char *name) {
  char head[HEAD_BYTES], source[GS_DIGEST_TEXT];
  size_t length = read_head(folder, name, head);
  if (length == 0) return false;
  const char *made_with = gisa_engine_digest(engine, input);
  gs_digest_print(input->bytes, input->length, source);
  const char *at = memmem(head, length, source, strlen(source));
  if (at == NULL) return false;
  const char *same = memmem(at, length - (size_t)(at - head), made_with, strlen(made_with));
  if (same == NULL) return false;
  /* The engine's digest alone begins that of an input with more to it. */
  const char *next = same + strlen(made_with);
  return next < head + length && *next != '+';
}
