/* Which extractors an author's command is about: named by name, by their folder, or by a folder of folders. */
#ifndef CLI_TARGET_H
#define CLI_TARGET_H

#include "cli/command.h"
#include "text/arena.h"

typedef struct cli_target {
  const char *argument; /* as it was given */
  const char *name;     /* of the one extractor it stands for; NULL for a folder of extractors */
  const char *folder;   /* in which extractors lie, as it was added to the setup; NULL where a name was given */
} cli_target;

/* What an argument stands for. `phones` is a name unless there is a folder phones/ with an extractor.lua in it or in its folders; what holds a
 * slash is a folder. The folder is added to the setup's. Strings lie in the arena. CLI_WELL, else after an error was printed CLI_USAGE or CLI_HOST. */
int cli_read_target(gs_arena *arena, const char *command, const char *argument, cli_setup *setup, cli_target *target);

/* Whether the target stands for this extractor. */
int cli_target_holds(const cli_target *target, const gisa_extractor_info *info);

/* Whether the engine has an extractor that the target stands for, ready or broken. Else an error was printed, with the nearest
 * name. */
int cli_target_found(const char *command, const gisa_engine *engine, const cli_target *target);

/* The folder of the one extractor that the target stands for, in the arena; NULL where it is not there or can't be used. A broken one
 * is found by its folder where the target was given by it. */
const char *cli_target_path(gs_arena *arena, const gisa_engine *engine, const cli_target *target);

#endif
