/* One match of a pattern in a subject, as C sees it. */
#ifndef GS_SCRIPT_MATCH_H
#define GS_SCRIPT_MATCH_H

#include "script/bindings.h"
#include "script/pattern_cache.h"

/* Searches subject from the byte offset from on. Returns the offsets of all groups (start, stop, start, stop, …;
 * PCRE2_UNSET for a group that took no part), valid until the engine's next match, or NULL for no match. Raises
 * when a limit is spent. options: PCRE2_ANCHORED, PCRE2_NOTEMPTY_ATSTART. */
const size_t *gs_match(lua_State *lua, gs_pattern *pattern, const gs_subject *subject, size_t from,
                       uint32_t options);

/* The next match of an iteration: where the previous one (previous_start, previous_stop) was empty the search
 * first looks for one that is not, as Perl's /g does. */
const size_t *gs_match_next(lua_State *lua, gs_pattern *pattern, const gs_subject *subject,
                            size_t previous_start, size_t previous_stop);

/* The Match object: registers the type, pushes one. subject_index is where the subject stands. */
void gs_open_match(lua_State *lua);
void gs_push_match(lua_State *lua, const gs_pattern *pattern, const gs_subject *subject, int subject_index,
                   const size_t *groups);

#endif
