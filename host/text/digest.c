#include "text/digest.h"

#include <nettle/sha2.h>
#include <string.h>

void gs_digest_print(const void *bytes, size_t length, char text[GS_DIGEST_TEXT]) {
  static const char digits[] = "0123456789abcdef";
  struct sha256_ctx state;
  uint8_t sum[SHA256_DIGEST_SIZE];
  sha256_init(&state);
  sha256_update(&state, length, bytes);
  sha256_digest(&state, sizeof sum, sum);
  char *end = stpcpy(text, "sha256:");
  for (size_t i = 0; i < sizeof sum; i++) {
    *end++ = digits[sum[i] >> 4];
    *end++ = digits[sum[i] & 15];
  }
  *end = '\0';
}

void gs_digest_add(uint8_t digest[GS_DIGEST_BYTES], const void *bytes, size_t length) {
  struct sha256_ctx state;
  uint64_t size = length;
  sha256_init(&state);
  sha256_update(&state, GS_DIGEST_BYTES, digest);
  sha256_update(&state, sizeof size, (const uint8_t *)&size);
  sha256_update(&state, length, bytes);
  sha256_digest(&state, GS_DIGEST_BYTES, digest);
}
