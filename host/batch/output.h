/* Output files, whole or not at all. */
#ifndef BATCH_OUTPUT_H
#define BATCH_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

/* Temporary files are named so, with a worker's number between: the next run knows them. */
#define BATCH_TEMPORARY_PREFIX ".gisa-"
#define BATCH_TEMPORARY_SUFFIX ".part"

/* Writes folder/name: makes the folders on the way, writes a temporary file beside the final name (so that the rename can't cross a file
 * system) and puts it in place. number tells the temporary files of simultaneous writers apart. sync: the file and its name survive a
 * loss of power. 0, or the number of an error with nothing changed under the final name. */
int batch_output_write(int folder, const char *name, unsigned number, const char *bytes, size_t length, bool sync);

/* Whether an error is of this one name (too long, a file in the place of a folder), so that others can still be written. */
bool batch_output_is_of_name(int error);

/* Writes all of it, over signals and short writes. 0, or the number of an error. */
int batch_write_all(int descriptor, const char *bytes, size_t length);

#endif
