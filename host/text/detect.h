/* Which encoding bytes look like that are not UTF-8. */
#ifndef GS_TEXT_DETECT_H
#define GS_TEXT_DETECT_H

#include <stddef.h>

/* The iconv name of a legacy encoding that these bytes look like; NULL: they are UTF-8, damaged UTF-8, or nothing that could be told. Whether they really
 * decode is for the caller to see. The name is static. */
const char *gs_encoding_detect(const char *bytes, size_t length);

#endif
