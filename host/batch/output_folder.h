/* The output folder of a run: one run at a time, and what a dead run left is cleaned up. */
#ifndef BATCH_OUTPUT_FOLDER_H
#define BATCH_OUTPUT_FOLDER_H

#include <stdbool.h>

typedef struct batch_output_folder {
  int descriptor;
  bool marked; /* the marker is there */
} batch_output_folder;

/* Makes the folder where it is missing, opens and locks it. A marker in it says that a run is under way; one that is there already is a dead
 * run's, whose temporary files are removed then. change: false for a dry run, which only opens what is there. false with a message of at most room bytes. */
bool batch_output_folder_open(batch_output_folder *folder, const char *path, bool change, char *message, unsigned long room);

/* Unlocks, and removes the marker where all is well. lost: workers died meanwhile, so that temporary files may be left to remove. */
void batch_output_folder_close(batch_output_folder *folder, bool well, bool lost);

#endif
