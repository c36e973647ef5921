#ifndef GISA_H
#define GISA_H

#include <stddef.h>

typedef enum gisa_status {
  GISA_OK = 0,
  GISA_NO_MEMORY,
  GISA_IO,
  GISA_TOO_LARGE,
  GISA_ENCODING,
  GISA_EXTRACTOR,
  GISA_USAGE
} gisa_status;

#endif
