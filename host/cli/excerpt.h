/* Errors of extractors for their authors: with the line of the source they speak of. */
#ifndef CLI_EXCERPT_H
#define CLI_EXCERPT_H

#include <stdio.h>

/* Prints a message, each line behind indent. Behind the first line that names FILE:LINE follows that line of the file, with a caret below the word
 * that the message names, where it can be read. */
void cli_print_failure(FILE *out, const char *indent, const char *message, int colour);

#endif
