/* gisa manual: the manual page and the completions, made from the helps of the subcommands. */
#include <stdio.h>
#include <string.h>

#include "cli/description.h"

static const char help[] = "gisa manual: the manual page, and completions for shells\n\n"
                           "usage: gisa manual [man|bash|zsh|fish]\n\n"
                           "Prints the page gisa(1), or what makes a shell complete subcommands, options and extractors. Both are made\n"
                           "from the helps of the subcommands, and installed with the program.\n\n"
                           "examples:\n"
                           "  gisa manual > gisa.1\n"
                           "  gisa manual bash > ~/.local/share/bash-completion/completions/gisa\n\n"
                           "exit status: 0 all well, 2 wrong use, 3 output could not be written\n";

/* Text for roff: a backslash, a dash and a dot at the start of a line mean themselves. */
static void print_text(FILE *out, const char *text) {
  bool begins = true;
  for (; *text != '\0'; text++) {
    if (begins && (*text == '.' || *text == '\'')) fputs("\\&", out);
    if (*text == '\\') fputs("\\e", out);
    else if (*text == '-') fputs("\\-", out);
    else fputc(*text, out);
    begins = *text == '\n';
  }
}

/* Paragraphs: a line that begins with spaces stays as it is. */
static void print_prose(FILE *out, const char *prose) {
  while (*prose != '\0') {
    size_t length = strcspn(prose, "\n");
    char line[512];
    snprintf(line, sizeof line, "%.*s", (int)length, prose);
    if (length == 0) fputs(".PP\n", out);
    else print_text(out, line), fputs(line[0] == ' ' ? "\n.br\n" : "\n", out);
    prose += length + (prose[length] == '\n');
  }
}

static void print_option(FILE *out, const cli_option *option) {
  fputs(".TP\n", out);
  if (option->letter != 0) fprintf(out, "\\fB\\-%c\\fR, ", option->letter);
  fputs("\\fB\\-\\-", out);
  print_text(out, option->name);
  fputs("\\fR", out);
  if (option->argument[0] != '\0') fprintf(out, " \\fI%s\\fR", option->argument);
  fputc('\n', out);
  print_text(out, option->text);
  fputc('\n', out);
}

static void print_subcommand(FILE *out, const cli_description *d) {
  fprintf(out, ".SS gisa %s\n", d->subcommand->name);
  print_text(out, d->subcommand->summary);
  fputs(".\n.PP\n.B ", out);
  print_text(out, d->usage);
  fputs("\n.PP\n", out);
  print_prose(out, d->prose);
  for (int i = 0; i < d->option_count; i++) print_option(out, &d->options[i]);
  if (d->examples[0] != '\0') {
    fputs(".PP\nExamples:\n.PP\n.nf\n.RS 4\n", out);
    print_text(out, d->examples);
    fputs("\n.RE\n.fi\n", out);
  }
  if (d->status[0] != '\0') {
    fputs(".PP\nExit status: ", out);
    print_text(out, d->status);
    fputs(".\n", out);
  }
}

void cli_print_manual(FILE *out) {
  fprintf(out, ".TH GISA 1 \"\" \"gisa %s\" \"User Commands\"\n", gisa_version());
  fputs(".SH NAME\ngisa \\- extracts facts from news articles, each with the bytes it came from\n"
        ".SH SYNOPSIS\n.B gisa\n.I SUBCOMMAND\n.RI [ ARGUMENT ...]\n"
        ".SH DESCRIPTION\nAn article is taken apart into front matter and text, the text goes to extractors written in Lua, and what they\n"
        "return becomes one YAML or JSON document in which every record carries the bytes of the source that it came from.\n"
        "How to write an extractor is told by plugins/README.md beside the extractors.\n"
        ".SH SUBCOMMANDS\n",
        out);
  cli_description d;
  for (const cli_subcommand *const *s = cli_subcommands(); *s != NULL; s++) {
    cli_describe(*s, &d);
    print_subcommand(out, &d);
  }
  fputs(".SH EXIT STATUS\n0 all well, 1 some documents failed or lack records, 2 wrong use, 3 the host could not do its work.\n"
        ".SH ENVIRONMENT\n.TP\n.B GISA_PLUGINS\nThe folder of extractors in place of the shipped ones.\n"
        ".TP\n.B NO_COLOR\nWhere it is set, differences are shown without colours.\n"
        ".SH FILES\n.TP\n.I gisa.yaml\nSettings of extractors and limits, in the working folder.\n",
        out);
}

static int manual(int count, char **arguments) {
  static const struct {
    const char *name;
    void (*print)(FILE *out);
  } kinds[] = {{"man", cli_print_manual}, {"bash", cli_print_bash}, {"zsh", cli_print_zsh}, {"fish", cli_print_fish}};
  const char *wanted = count > 1 ? arguments[1] : "man";
  if (count > 2) return cli_refuse("manual", "'%s' was not expected", arguments[2]);
  for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
    if (strcmp(kinds[i].name, wanted) == 0) return kinds[i].print(stdout), fflush(stdout) == 0 ? CLI_WELL : CLI_HOST;
  return cli_refuse("manual", "'%s': wanted man, bash, zsh or fish", wanted);
}

const cli_subcommand cli_manual = {"manual", "the manual page, and completions for shells", help, manual};
