/* Whether a result need not be made again. */
#ifndef BATCH_FRESHNESS_H
#define BATCH_FRESHNESS_H

#include <stdbool.h>

#include "gisa.h"

/* Whether folder/name holds a result of this very input, made with these extractors, settings and version. Results are written whole or not at
 * all, so that the head of the file tells: it holds the digest of the source and of what the result was made with. */
bool batch_is_up_to_date(gisa_engine *engine, const gisa_input *input, int folder, const char *name);

#endif
