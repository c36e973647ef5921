/* Who signed an article and when it appeared, as crawlers write it. */
#ifndef GS_DOCUMENT_AUTHOR_H
#define GS_DOCUMENT_AUTHOR_H

#include "record/value.h"

/* The authors that a front matter value names (a string of any of these, or a list of them) as a list of {name, email},
 * each of them possibly null: `이건한 기자(sugyo@ddaily.co.kr)`, `김 기자 a@b.kr, 이 기자 c@d.kr`, one a line,
 * `세종=홍길동 기자`, `디지털팀`. value may be NULL. Returns NULL when memory is out. */
gs_value *gs_authors(gs_arena *arena, const gs_value *value);

/* A date and time as `2025-12-30T09:30` (seconds and zone only where they were written), a date alone as `2025-12-30`;
 * what is not clearly one is returned as it was written. NULL: memory is out. */
gs_value *gs_date(gs_arena *arena, const char *bytes, size_t length);

#endif
