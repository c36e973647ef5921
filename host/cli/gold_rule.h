/* For the files that score: when a record is the one that gold means. */
#ifndef CLI_GOLD_RULE_H
#define CLI_GOLD_RULE_H

#include "cli/likeness.h"

typedef bool cli_rule(gs_arena *arena, const gs_value *gold, const gs_value *record);

/* quotes: the text; attendees: the name; attendance: the count; benchmarks: model, score, unit and versus. Of any other aspect the
 * first field that gold lists, as a name or a number. */
cli_rule *cli_rule_of(const char *aspect);

/* The speaker is right: one that is listed, or none where gold has none. */
bool cli_speaker_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record);

/* The role is right: it holds one that is listed, or lies in it. */
bool cli_role_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record);

/* The value of a field is one that gold lists: letter for letter, or folded and one within the other. */
bool cli_field_is_right(gs_arena *arena, const gs_value *gold, const gs_value *record, const char *key, bool strict);

bool cli_is_optional(const gs_value *gold);

/* Whether a key of a gold record is about the record and no field: optional, null_ok, KEY_any. */
bool cli_is_remark(const char *key);

/* Whether a value is there: not null, not an empty string or list. */
bool cli_is_given(const gs_value *value);

#endif
