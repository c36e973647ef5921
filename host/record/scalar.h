/* How scalars are spelled, for the writers: which way to quote a string, which digits tell a number. */
#ifndef GS_RECORD_SCALAR_H
#define GS_RECORD_SCALAR_H

#include <stdbool.h>
#include <stddef.h>

typedef enum gs_quoting { GS_PLAIN, GS_SINGLE_QUOTED, GS_DOUBLE_QUOTED } gs_quoting;

typedef struct gs_scalar {
  gs_quoting yaml; /* GS_PLAIN: YAML 1.1 and 1.2 both resolve it to a string, where its place lets it be plain (`a: b`
                      is none in a block, `a, b` none in a flow list: that is for the emitter to see) */
  bool json_verbatim; /* between quotation marks it stands in JSON as it is */
  bool utf8;          /* the bytes are valid UTF-8; if not, the rest says nothing */
} gs_scalar;

/* Reads the bytes once. */
gs_scalar gs_scalar_scan(const char *bytes, size_t length);

/* Bytes that gs_number_print needs at most, with the NUL. */
#define GS_NUMBER_SIZE 32

/* The shortest decimal that reads back as number, which must be finite, in a spelling that JSON, YAML 1.1 and YAML 1.2
 * all take for a number: `72.03`, `1.0e+300`. One without a fraction is spelled as an integer (`104`) up to 2^53, to
 * where every integer is a double: a score of 104.0 and one of 104 are the same fact. Returns the length. */
size_t gs_number_print(double number, char out[static GS_NUMBER_SIZE]);

#endif
