/* The declared type of a record's field, and the check of a value against it. */
#ifndef GS_RECORD_FIELD_H
#define GS_RECORD_FIELD_H

#include "record/value.h"

typedef enum gs_field_kind {
  GS_FIELD_SPAN,
  GS_FIELD_STRING,
  GS_FIELD_NUMBER,
  GS_FIELD_INTEGER,
  GS_FIELD_BOOLEAN
} gs_field_kind;

/* `span`, `string`, `number`, `integer`, `boolean`; `list of KIND`; with `?` behind it the field may be absent.
 * `number or string` (not in a list) is for values that a text gives as a figure or as a word (`만점`). */
typedef struct gs_field_type {
  gs_field_kind kind;
  bool list, optional, or_string;
} gs_field_type;

/* Reads a type as an extractor writes it ("span?", "list of number"). false: it is none. */
bool gs_field_type_parse(const char *spelling, gs_field_type *type);

/* The spelling of a type; out holds at least 40 bytes. */
void gs_field_type_print(const gs_field_type *type, char *out);

/* Whether value (a span already turned into its text) fits. NULL and GS_NULL are absent. A number without a fraction is
 * an integer too, as it is written like one. *got names what value is, for a message beside the printed type: "string",
 * "nothing", "list with a map in it". It is static. */
bool gs_field_fits(const gs_field_type *type, const gs_value *value, const char **got);

#endif
