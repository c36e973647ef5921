#include "text/detect.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <uchardet.h>

#include "text/utf8.h"

/* More does not make the guess better. */
#define LOOKED_AT 65536

/* What is taken from uchardet: multi-byte encodings, since most bytes are none of their text. Any bytes at all would do for
 * a single-byte one, and damaged UTF-8 would become `Ã«`. */
static const char *const known[][2] = {{"EUC-KR", "CP949"}, {"UHC", "CP949"},    {"CP949", "CP949"},     {"SHIFT_JIS", "CP932"},
                                       {"EUC-JP", "EUC-JP"}, {"GB18030", "GB18030"}, {"BIG5", "BIG5-HKSCS"}, {"EUC-TW", "EUC-TW"}};

/* Fewer bytes than this above ASCII tell nothing: some twenty characters, where an article has hundreds. */
#define LEAST_EVIDENCE 40

/* Damaged UTF-8 (a page cut in the middle of a character, a stray byte) is UTF-8 still: legacy bytes hardly ever form its sequences. */
static bool may_be_legacy(const unsigned char *bytes, size_t length) {
  size_t sequences = 0, invalid = 0, high = 0;
  for (size_t i = 0; i < length; i++) high += bytes[i] >= 0x80;
  if (high < LEAST_EVIDENCE) return false;
  for (size_t at = 0; at < length;) {
    uint32_t code_point;
    size_t size = gs_utf8_decode(bytes + at, length - at, &code_point);
    if (code_point == GS_INVALID)
      invalid++;
    else if (size > 1)
      sequences++;
    at += size;
  }
  return sequences < invalid;
}

const char *gs_encoding_detect(const char *bytes, size_t length) {
  if (length > LOOKED_AT) length = LOOKED_AT;
  if (!may_be_legacy((const unsigned char *)bytes, length)) return NULL;
  const char *found = "CP949"; /* of the short texts that uchardet gives no answer for, the likeliest here */
  uchardet_t detector = uchardet_new();
  if (detector == NULL) return NULL;
  if (uchardet_handle_data(detector, bytes, length) == 0) {
    uchardet_data_end(detector);
    const char *charset = uchardet_get_charset(detector);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
      if (strcmp(charset, known[i][0]) == 0) found = known[i][1];
  }
  uchardet_delete(detector);
  return found;
}
