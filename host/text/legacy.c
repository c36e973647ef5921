/* Legacy encodings through iconv, one character at a time so that the offset map is exact. */
#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "text/encoding.h"

/* Longer than any character with the shift sequences before it. */
#define LONGEST_CHARACTER 16

/* Room for what one character may become in UTF-8, marks included. */
#define LONGEST_OUTPUT 16

static iconv_t open_converter(const char *name) {
  /* A suffix such as //IGNORE would lose bytes without a word. */
  if (!*name || strchr(name, '/')) return (iconv_t)-1;
  return iconv_open("UTF-8", name);
}

bool gs_encoding_known(const char *name) {
  iconv_t converter = open_converter(name);
  if (converter == (iconv_t)-1) return false;
  iconv_close(converter);
  return true;
}

typedef struct legacy_reader {
  iconv_t converter;
  const char *source;
  uint32_t length;
  /* By first byte from 0x80 on: the fewest bytes of a character that begins so, as far as seen. Below 0x80 the same
   * byte may be a whole character or half of one, depending on shift sequences. */
  unsigned char shortest[256];
} legacy_reader;

typedef enum outcome { CONVERTED, INVALID, INCOMPLETE } outcome;

/* Converts the one character at at. *taken is what of the source it is, or what the U+FFFD stands for. */
static outcome convert_one(legacy_reader *reader, uint32_t at, char *output, size_t *output_length, size_t *taken) {
  unsigned char first = (unsigned char)reader->source[at];
  size_t most = reader->length - at < LONGEST_CHARACTER ? reader->length - at : LONGEST_CHARACTER;
  size_t size = first >= 0x80 && reader->shortest[first] ? reader->shortest[first] : 1;
  for (; size <= most; size++) {
    char *input = (char *)reader->source + at, *out = output; /* iconv's parameter is not const, its input is */
    size_t input_left = size, output_left = LONGEST_OUTPUT;
    size_t result = iconv(reader->converter, &input, &input_left, &out, &output_left);
    *taken = size - input_left;
    *output_length = LONGEST_OUTPUT - output_left;
    if (result != (size_t)-1 || *taken > 0) {
      if (first >= 0x80 && result != (size_t)-1 && !reader->shortest[first])
        reader->shortest[first] = (unsigned char)size;
      return CONVERTED;
    }
    if (errno == EINVAL) continue;
    /* A byte that is ASCII by itself is not swallowed with the lead byte before it (the practice of the WHATWG
     * decoders). */
    *taken = size > 1 && (unsigned char)reader->source[at + size - 1] < 0x80 ? size - 1 : size;
    return INVALID;
  }
  *taken = most;
  return INCOMPLETE;
}

static bool decode_all(legacy_reader *reader, gs_transcript *transcript, uint32_t at) {
  uint32_t start = at; /* of what has left no output yet: shift sequences belong to the character behind them */
  char output[LONGEST_OUTPUT];
  size_t written = 0, taken = 0;
  while (at < reader->length) {
    outcome found = convert_one(reader, at, output, &written, &taken);
    at += (uint32_t)taken;
    bool added = true;
    if (found != CONVERTED) {
      added = gs_transcript_replace(transcript, start, at);
    } else if (written > 0) {
      added = gs_transcript_add(transcript, output, written, start, at, reader->source);
    } else {
      continue;
    }
    if (!added) return false;
    start = at;
  }
  /* A converter may hold a character back to see whether a mark follows. */
  char *out = output;
  size_t output_left = LONGEST_OUTPUT;
  iconv(reader->converter, NULL, NULL, &out, &output_left);
  written = LONGEST_OUTPUT - output_left;
  if (written > 0) return gs_transcript_add(transcript, output, written, start, at, reader->source);
  return start == at || !gs_map_ends_whole(&transcript->map) ||
         gs_map_add(&transcript->map, (uint32_t)transcript->length, start, false);
}

gisa_status gs_decode_named(gs_transcript *transcript, const char *name, const char *source, uint32_t start,
                            uint32_t length) {
  legacy_reader reader = {.converter = open_converter(name), .source = source, .length = length};
  if (reader.converter == (iconv_t)-1) return GISA_ENCODING;
  bool done = decode_all(&reader, transcript, start);
  iconv_close(reader.converter);
  return done ? GISA_OK : transcript->status;
}
