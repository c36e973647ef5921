/* The articles that a command's arguments stand for. */
#ifndef CLI_ARTICLES_H
#define CLI_ARTICLES_H

#include <stddef.h>

/* One article; bytes live until the function returns. Return 0 to go on. */
typedef int cli_article_fn(void *context, const char *path, const char *bytes, size_t length);

/* Calls take for the file path, or for each below it where it is a folder, in the order of their names. What can't be read is named on
 * standard error with the command's name and counted in *failed. Returns what take returned last. */
int cli_each_article(const char *command, const char *path, cli_article_fn *take, void *context, size_t *failed);

#endif
