/* Completions for shells: subcommands, their options, and the names of extractors where one is wanted. */
#include <string.h>

#include "cli/description.h"

/* What lists the extractors, for all three shells. */
#define NAMES "gisa list 2>/dev/null | cut -d' ' -f1"

/* Whether arguments of the subcommand are extractors as well as files. */
static bool wants_names(const cli_subcommand *subcommand) {
  return strcmp(subcommand->name, "test") == 0 || strcmp(subcommand->name, "why") == 0;
}

static bool is_list(const cli_option *option) {
  return strcmp(option->name, "extractors") == 0;
}

/* Text between single quotes of a shell. Characters in specials get a backslash. */
static void print_quoted(FILE *out, const char *text, const char *specials) {
  for (; *text != '\0'; text++) {
    if (*text == '\'') fputs("'\\''", out);
    else if (strchr(specials, *text) != NULL) fprintf(out, "\\%c", *text);
    else fputc(*text, out);
  }
}

void cli_print_bash(FILE *out) {
  cli_description d;
  fputs("# Completion of gisa for bash, made by `gisa manual bash`.\n"
        "_gisa() {\n"
        "  local current=\"${COMP_WORDS[COMP_CWORD]}\" previous=\"${COMP_WORDS[COMP_CWORD-1]}\" options=''\n"
        "  if [ \"$COMP_CWORD\" = 1 ]; then\n    COMPREPLY=($(compgen -W '",
        out);
  for (const cli_subcommand *const *s = cli_subcommands(); *s != NULL; s++) fprintf(out, "%s ", (*s)->name);
  fputs("--help --version' -- \"$current\"))\n    return\n  fi\n"
        "  case \"$previous\" in\n    -e|--extractors) COMPREPLY=($(compgen -W \"$(" NAMES ")\" -- \"$current\")); return;;\n  esac\n"
        "  case \"${COMP_WORDS[1]}\" in\n",
        out);
  for (const cli_subcommand *const *s = cli_subcommands(); *s != NULL; s++) {
    cli_describe(*s, &d);
    fprintf(out, "    %s) options='", (*s)->name);
    for (int i = 0; i < d.option_count; i++) fprintf(out, "--%s ", d.options[i].name);
    fputs("--help';;\n", out);
  }
  fputs("  esac\n  case \"$current\" in\n    -*) COMPREPLY=($(compgen -W \"$options\" -- \"$current\"));;\n"
        "    *)\n      COMPREPLY=($(compgen -f -- \"$current\"))\n      case \"${COMP_WORDS[1]}\" in\n        ",
        out);
  bool first = true;
  for (const cli_subcommand *const *s = cli_subcommands(); *s != NULL; s++)
    if (wants_names(*s)) fprintf(out, "%s%s", first ? "" : "|", (*s)->name), first = false;
  fputs(") COMPREPLY+=($(compgen -W \"$(" NAMES ")\" -- \"$current\"));;\n      esac;;\n  esac\n}\n"
        "complete -o filenames -F _gisa gisa\n",
        out);
}

/* `'(-o --output)'{-o,--output}'[text]:DIR:_files'`. */
static void print_zsh_option(FILE *out, const cli_option *option) {
  fputs("        ", out);
  if (option->letter != 0) fprintf(out, "'*'{-%c,--%s}'[", option->letter, option->name);
  else fprintf(out, "'*--%s[", option->name);
  print_quoted(out, option->text, "[]:\\");
  fputc(']', out);
  if (option->argument[0] != '\0') fprintf(out, ":%s:%s", option->argument, is_list(option) ? "($extractors)" : "_files");
  fputs("' \\\n", out);
}

void cli_print_zsh(FILE *out) {
  cli_description d;
  fputs("#compdef gisa\n# Completion of gisa for zsh, made by `gisa manual zsh`.\n_gisa() {\n"
        "  local -a subcommands extractors\n  extractors=(${(f)\"$(" NAMES ")\"})\n  subcommands=(\n",
        out);
  for (const cli_subcommand *const *s = cli_subcommands(); *s != NULL; s++) {
    fprintf(out, "    '%s:", (*s)->name);
    print_quoted(out, (*s)->summary, ":\\");
    fputs("'\n", out);
  }
  fputs("  )\n  if (( CURRENT == 2 )); then\n    _describe subcommand subcommands\n    return\n  fi\n"
        "  local subcommand=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $subcommand in\n",
        out);
  for (const cli_subcommand *const *s = cli_subcommands(); *s != NULL; s++) {
    cli_describe(*s, &d);
    fprintf(out, "    %s)\n      _arguments \\\n", (*s)->name);
    for (int i = 0; i < d.option_count; i++) print_zsh_option(out, &d.options[i]);
    fprintf(out, "        '--help[what it does]' \\\n        '*:argument:%s'\n      ;;\n",
            wants_names(*s) ? "{_alternative \"files:file:_files\" \"names:extractor:($extractors)\"}" : "_files");
  }
  fputs("  esac\n}\n_gisa \"$@\"\n", out);
}

void cli_print_fish(FILE *out) {
  cli_description d;
  fputs("# Completion of gisa for fish, made by `gisa manual fish`.\n", out);
  for (const cli_subcommand *const *s = cli_subcommands(); *s != NULL; s++) {
    fprintf(out, "complete -c gisa -n __fish_use_subcommand -f -a %s -d '", (*s)->name);
    print_quoted(out, (*s)->summary, "");
    fputs("'\n", out);
    cli_describe(*s, &d);
    for (int i = 0; i < d.option_count; i++) {
      const cli_option *option = &d.options[i];
      fprintf(out, "complete -c gisa -n '__fish_seen_subcommand_from %s'", (*s)->name);
      if (option->letter != 0) fprintf(out, " -s %c", option->letter);
      fprintf(out, " -l %s%s", option->name, option->argument[0] != '\0' ? " -r" : "");
      if (is_list(option)) fputs(" -f -a \"(" NAMES ")\"", out);
      fputs(" -d '", out);
      print_quoted(out, option->text, "");
      fputs("'\n", out);
    }
    if (wants_names(*s)) fprintf(out, "complete -c gisa -n '__fish_seen_subcommand_from %s' -a \"(" NAMES ")\"\n", (*s)->name);
  }
}
