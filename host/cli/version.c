/* gisa version: this build, and the libraries that it runs with. */
#include <archive.h>
#include <jansson.h>
#include <lua.h>
#include <stdio.h>
#include <utf8proc.h>
#include <yaml.h>

#include "batch/confine.h"
#include "cli/command.h"
#include "script/pattern_cache.h"

static const char help[] = "gisa version: this build and the libraries that it runs with\n\n"
                           "usage: gisa version\n";

static int version(int count, char **arguments) {
  if (count > 1) return cli_refuse("version", "'%s' was not expected", arguments[1]);
  char pcre2[64] = "?";
  uint32_t jit = 0;
  pcre2_config(PCRE2_CONFIG_VERSION, pcre2);
  pcre2_config(PCRE2_CONFIG_JIT, &jit);
  printf("gisa %s\n", gisa_version());
  printf("  %s\n", LUA_RELEASE);
  printf("  PCRE2 %s%s\n", pcre2, jit != 0 ? ", JIT" : ", no JIT");
  printf("  libyaml %s\n", yaml_get_version_string());
  printf("  utf8proc %s\n", utf8proc_version());
  printf("  jansson %s\n", JANSSON_VERSION);
  printf("  %s\n", archive_version_string());
  printf("  workers: seccomp %s, Landlock ", batch_has_seccomp() ? "yes" : "no");
  printf(batch_landlock_version() > 0 ? "%d\n" : "no\n", batch_landlock_version());
  return fflush(stdout) == 0 ? CLI_WELL : CLI_HOST;
}

const cli_subcommand cli_version = {"version", "this build and its libraries", help, version};
