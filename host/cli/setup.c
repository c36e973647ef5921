/* An engine as the command's options ask for it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.h"
#include "cli/excerpt.h"
#include "cli/paint.h"

static int is_folder(const char *path) {
  struct stat there;
  return stat(path, &there) == 0 && S_ISDIR(there.st_mode);
}

const char *cli_shipped_plugins(char *path, size_t room) {
  const char *named = getenv("GISA_PLUGINS");
  if (named != NULL && named[0] != '\0') return named;
  ssize_t length = readlink("/proc/self/exe", path, room - 1);
  if (length > 0) {
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    size_t used = slash == NULL ? 0 : (size_t)(slash - path);
    snprintf(path + used, room - used, "/../share/gisa/plugins");
    if (is_folder(path)) return path;
    snprintf(path + used, room - used, "/../plugins");
    if (is_folder(path)) return path;
  }
  return is_folder(GISA_SOURCE_PLUGINS) ? GISA_SOURCE_PLUGINS : NULL;
}

int cli_take_option(cli_setup *setup, int option, const char *value) {
  if (option == CLI_CONFIG) {
    setup->configuration = value;
    return 1;
  }
  if (setup->limit_count == (int)(sizeof setup->limits / sizeof setup->limits[0])) return 0;
  setup->limits[setup->limit_count++] = value;
  return 1;
}

/* Splits NAME=VALUE; 0 where it is none. */
static int split(const char *text, char *name, size_t room, const char **value) {
  const char *equals = strchr(text, '=');
  size_t length = equals == NULL ? 0 : (size_t)(equals - text);
  if (length == 0 || length >= room) return 0;
  memcpy(name, text, length);
  name[length] = '\0';
  *value = equals + 1;
  return 1;
}

/* The configuration file, then what the command line says over it. 0 with the engine's message set. */
static int apply_limits(gisa_engine *engine, const cli_setup *setup) {
  const char *file = setup->configuration;
  if (file == NULL && access("gisa.yaml", F_OK) == 0) file = "gisa.yaml";
  if (file != NULL && gisa_engine_configure(engine, file) != GISA_OK) return 0;
  for (int i = 0; i < setup->limit_count; i++) {
    char name[64];
    const char *value;
    if (!split(setup->limits[i], name, sizeof name, &value)) value = "", snprintf(name, sizeof name, "%.60s", setup->limits[i]);
    if (gisa_engine_set_limit(engine, name, value) != GISA_OK) return 0;
  }
  if (setup->source_bytes == 0) return 1;
  char bytes[32];
  snprintf(bytes, sizeof bytes, "%zu", setup->source_bytes);
  return gisa_engine_set_limit(engine, "source_bytes", bytes) == GISA_OK;
}

int cli_shipped_examples(char *path, size_t room) {
  ssize_t length = readlink("/proc/self/exe", path, room - 1);
  if (length > 0) {
    path[length] = '\0';
    char *slash = strrchr(path, '/');
    size_t used = slash == NULL ? 0 : (size_t)(slash - path);
    snprintf(path + used, room - used, "/../share/gisa/examples/extractors");
    if (is_folder(path)) return 1;
  }
  snprintf(path, room, "%s/../examples/extractors", GISA_SOURCE_PLUGINS);
  return is_folder(path);
}

static int apply(gisa_engine *engine, const cli_setup *setup) {
  char path[4096];
  if (!apply_limits(engine, setup)) return 0;
  const char *shipped = cli_shipped_plugins(path, sizeof path);
  if (shipped != NULL && gisa_engine_add_plugins(engine, shipped) != GISA_OK) return 0;
  for (int i = 0; i < setup->folder_count; i++)
    if (gisa_engine_add_plugins(engine, setup->folders[i]) != GISA_OK) return 0;
  return setup->extractors == NULL || gisa_engine_choose(engine, setup->extractors) == GISA_OK;
}

static int apply_settings(gisa_engine *engine, const cli_setup *setup) {
  for (int i = 0; i < setup->setting_count; i++) {
    char key[256];
    const char *value;
    if (!split(setup->settings[i], key, sizeof key, &value)) {
      fprintf(stderr, "gisa: --set %s: wanted EXTRACTOR.KEY=VALUE\n", setup->settings[i]);
      return 0;
    }
    if (gisa_engine_set(engine, key, value) == GISA_OK) continue;
    fprintf(stderr, "gisa: --set: %s\n", gisa_engine_message(engine));
    return 0;
  }
  return 1;
}

gisa_engine *cli_open_engine(const char *name, const cli_setup *setup, int *status) {
  gisa_engine *engine = gisa_engine_new(NULL);
  if (engine == NULL) {
    fprintf(stderr, "gisa %s: out of memory\n", name);
    *status = CLI_HOST;
    return NULL;
  }
  *status = CLI_USAGE;
  gisa_status loaded = apply(engine, setup) ? gisa_engine_load(engine) : GISA_USAGE;
  if (loaded != GISA_OK) {
    fprintf(stderr, "gisa %s: ", name);
    cli_print_failure(stderr, "", gisa_engine_message(engine), cli_wants_colour(stderr));
  }
  if (loaded == GISA_OK || loaded == GISA_EXTRACTOR) {
    *status = loaded == GISA_OK ? CLI_WELL : CLI_DEGRADED;
    if (apply_settings(engine, setup)) return engine;
    *status = CLI_USAGE;
  } else if (loaded == GISA_NO_MEMORY) {
    *status = CLI_HOST;
  }
  gisa_engine_free(engine);
  return NULL;
}
