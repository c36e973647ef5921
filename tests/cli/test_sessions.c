/* Sessions with the command: each sessions/NAME/session is what a terminal would show, `$ ` before a command, its output, and [N] for an
 * exit status that is not 0. It is run in a copy of its folder. With GISA_WRITE_SESSIONS set, what came out is written in its place. */
#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "document/source.h"

#define SESSIONS GISA_SOURCE_DIR "/tests/cli/sessions"

/* Appends the output of a command that runs in folder. */
static void run_command(const char *folder, const char *command, FILE *transcript) {
  char shell[4096], line[4096];
  int length = snprintf(shell, sizeof shell, "cd %s && ( %s ) 2>&1", folder, command);
  cr_assert(length > 0 && (size_t)length < sizeof shell);
  FILE *pipe = popen(shell, "re");
  cr_assert_not_null(pipe);
  while (fgets(line, sizeof line, pipe) != NULL) {
    /* The folder's name is another one each time. */
    const char *at = line;
    for (const char *here; (here = strstr(at, folder)) != NULL; at = here + strlen(folder))
      fprintf(transcript, "%.*s/HERE", (int)(here - at), at);
    fputs(at, transcript);
  }
  int status = pclose(pipe);
  if (WIFSIGNALED(status))
    fprintf(transcript, "[signal %d]\n", WTERMSIG(status));
  else if (WEXITSTATUS(status) != 0)
    fprintf(transcript, "[%d]\n", WEXITSTATUS(status));
}

static void write_session(const char *path, const char *bytes, size_t length) {
  FILE *file = fopen(path, "we");
  cr_assert_not_null(file, "%s", path);
  cr_assert_eq(fwrite(bytes, 1, length, file), length);
  fclose(file);
}

/* The first line in which two transcripts differ, from 1. */
static int first_difference(const char *a, const char *b) {
  int line = 1;
  for (; *a != '\0' && *a == *b; a++, b++) line += *a == '\n';
  return line;
}

static void run_session(const char *name) {
  char path[512], folder[] = "/tmp/gisa-session-XXXXXX", command[1024], message[GS_SOURCE_MESSAGE];
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  const char *wanted;
  size_t wanted_length, length;
  char *got;
  snprintf(path, sizeof path, SESSIONS "/%s/session", name);
  cr_assert_eq(gs_source_read(&arena, path, 1 << 20, &wanted, &wanted_length, message), GISA_OK, "%s: %s", path, message);
  wanted = gs_arena_copy(&arena, wanted, wanted_length);
  cr_assert_not_null(mkdtemp(folder));
  snprintf(command, sizeof command, "cp -r " SESSIONS "/%s/. %s", name, folder);
  cr_assert_eq(system(command), 0);
  FILE *transcript = open_memstream(&got, &length);
  for (const char *line = wanted; line != NULL && *line != '\0'; line = strchr(line, '\n'), line = line == NULL ? NULL : line + 1) {
    if (strncmp(line, "$ ", 2) != 0) continue;
    snprintf(command, sizeof command, "%.*s", (int)strcspn(line + 2, "\n"), line + 2);
    fprintf(transcript, "$ %s\n", command);
    run_command(folder, command, transcript);
  }
  fclose(transcript);
  if (getenv("GISA_WRITE_SESSIONS") != NULL) write_session(path, got, length);
  else
    cr_expect_str_eq(got, wanted, "%s, line %d differs. It was:\n%s", path, first_difference(got, wanted), got);
  snprintf(command, sizeof command, "rm -rf %s", folder);
  cr_expect_eq(system(command), 0);
  free(got);
  gs_arena_free(&arena);
}

Test(sessions, show_what_they_say) {
  setenv("PATH", GISA_BINARY_DIR ":/usr/local/bin:/usr/bin:/bin", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  /* Sessions are about the command, not about the shipped extractors. */
  setenv("GISA_PLUGINS", SESSIONS "/../plugins", 1);
  DIR *listing = opendir(SESSIONS);
  cr_assert_not_null(listing);
  int sessions = 0;
  for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    run_session(entry->d_name);
    sessions++;
  }
  closedir(listing);
  cr_expect_gt(sessions, 0);
}
