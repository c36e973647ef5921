/* Extractors that try to harm: one engine has the good ones of good/ alone, another has one of plugins/ beside them. For any
 * document both must say the same of the good ones, byte for byte, and the second what the culprit's first line expects:
 *
 *     -- expect: STATUS: PART OF THE MESSAGE     of the call; STATUS is ok, empty, error or limit
 *     -- expect: load: PART OF THE MESSAGE       the file can't be loaded, and its status is error
 */
#ifndef TESTS_HOSTILE_H
#define TESTS_HOSTILE_H

#include <stdbool.h>

#include "gisa.h"
#include "record/read.h"

typedef struct culprit {
  char name[64], status[16], wanted[128];
  bool at_load;
  bool any_limit; /* with small limits any of them may be the first, also where an error or nothing is expected: to be set behind opening */
  char folder[64]; /* a folder with nothing but a link to it */
  gisa_engine *engine;
  double slowest; /* seconds of a document */
} culprit;

/* limits may be NULL for the defaults. Returns NULL, or what is wrong. */
const char *culprit_open(culprit *c, const char *name, const gisa_limits *limits);
void culprit_close(culprit *c);

/* The same without the culprit. */
gisa_engine *open_good(const gisa_limits *limits);

/* Runs both over a document. NULL, or what is wrong: static, until the next call. */
const char *culprit_try(culprit *c, gisa_engine *good, const char *bytes, size_t length);

/* Calls each for the name of every culprit, in order. */
void culprits(void (*each)(const char *name));

#endif
