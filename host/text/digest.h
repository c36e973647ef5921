/* SHA-256, as `sha256sum` prints it. */
#ifndef GS_TEXT_DIGEST_H
#define GS_TEXT_DIGEST_H

#include <stddef.h>
#include <stdint.h>

#define GS_DIGEST_BYTES 32
#define GS_DIGEST_TEXT (sizeof "sha256:" + 2 * GS_DIGEST_BYTES)

/* The digest of bytes, in text: "sha256:" and 64 hexadecimal digits. */
void gs_digest_print(const void *bytes, size_t length, char text[GS_DIGEST_TEXT]);

/* Chains: digest becomes the digest of itself, the length and the bytes. It begins as zeros. */
void gs_digest_add(uint8_t digest[GS_DIGEST_BYTES], const void *bytes, size_t length);

#endif
