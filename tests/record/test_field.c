#include <string.h>

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

#include "record/field.h"

static const char *const spellings[] = {
    "span",         "string",         "number",         "integer",         "boolean",         "number or string",
    "list of span", "list of string", "list of number", "list of integer", "list of boolean",
};

Test(field, every_type_is_read_and_printed) {
  for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
    for (int optional = 0; optional < 2; optional++) {
      char spelling[41], printed[41];
      strcpy(spelling, spellings[i]);
      if (optional) strcat(spelling, "?");
      gs_field_type type;
      cr_assert(gs_field_type_parse(spelling, &type), "%s", spelling);
      cr_assert(eq(int, type.optional, optional));
      gs_field_type_print(&type, printed);
      cr_assert(eq(str, printed, spelling));
      cr_assert(strlen(printed) < 40);
    }
  }
}

Test(field, anything_else_is_none) {
  static const char *const wrong[] = {
      "",
      "?",
      "spans",
      "Span",
      " span",
      "span ",
      "span ?",
      "span??",
      "list",
      "list of",
      "list of ",
      "list  of span",
      "list of  span",
      "list of list of span",
      "list of spans",
      "list of number or string",
      "string or number",
      "number or  string",
      "number or string or span",
      "integer or string",
      "float",
      "nil",
      "span\n",
      "?span",
  };
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    gs_field_type type = {.kind = GS_FIELD_BOOLEAN, .list = true};
    cr_assert_not(gs_field_type_parse(wrong[i], &type), "\"%s\"", wrong[i]);
    cr_assert(type.kind == GS_FIELD_BOOLEAN && type.list, "\"%s\" changed the type", wrong[i]);
  }
}

/* The letters stand for values: - absent, 0 null, b boolean, i 3, f 3.5, w 3.0, h 1e300, s string, l the list below, m
 * map. */
typedef struct fit {
  const char *type, *fits, *list; /* list: what is in l */
  bool list_fits;
  const char *got; /* for l */
} fit;

static const fit fits[] = {
    {"span", "s", "s", false, "list"},
    {"string", "s", "", false, "list"},
    {"string?", "s-0", "", false, "list"},
    {"number", "ifwh", "i", false, "list"},
    {"integer", "iw", "i", false, "list"},
    {"boolean", "b", "b", false, "list"},
    {"boolean?", "b-0", "b", false, "list"},
    {"number or string", "ifwhs", "s", false, "list"},
    {"number or string?", "ifwhs-0", "s", false, "list"},
    {"list of span", "l", "ss", true, "list"},
    {"list of span", "l", "", true, "list"},
    {"list of span", "", "si", false, "list with an integer in it"},
    {"list of number", "l", "ifh", true, "list"},
    {"list of number", "", "is", false, "list with a string in it"},
    {"list of integer", "l", "iw", true, "list"},
    {"list of integer", "", "if", false, "list with a number in it"},
    {"list of integer", "", "h", false, "list with a number in it"},
    {"list of boolean?", "l-0", "b", true, "list"},
    {"list of boolean?", "-0", "b0", false, "list with nothing in it"},
    {"list of string", "", "l", false, "list with a list in it"},
    {"list of string", "", "m", false, "list with a map in it"},
    {"list of string", "", "b", false, "list with a boolean in it"},
};

static gs_value *of_letter(gs_arena *arena, char letter, const char *list) {
  switch (letter) {
  case '0': return gs_null(arena);
  case 'b': return gs_boolean(arena, false);
  case 'i': return gs_integer(arena, 3);
  case 'f': return gs_number(arena, 3.5);
  case 'w': return gs_number(arena, 3.0);
  case 'h': return gs_number(arena, 1e300);
  case 's': return gs_string(arena, "3", 1);
  case 'm': return gs_map(arena);
  case 'l': {
    gs_value *value = gs_list(arena);
    for (; *list; list++) cr_assert(gs_list_add(arena, value, of_letter(arena, *list, "")));
    return value;
  }
  default: return NULL;
  }
}

Test(field, values_fit_or_are_named) {
  static const struct {
    char letter;
    const char *name;
  } names[] = {
      {'-', "nothing"}, {'0', "nothing"}, {'b', "boolean"}, {'i', "integer"}, {'f', "number"},
      {'w', "number"},  {'h', "number"},  {'s', "string"},  {'m', "map"},
  };
  gs_arena arena;
  gs_arena_init(&arena, gs_heap);
  for (size_t i = 0; i < sizeof fits / sizeof fits[0]; i++) {
    gs_field_type type;
    const char *got;
    cr_assert(gs_field_type_parse(fits[i].type, &type));
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
      bool wanted = strchr(fits[i].fits, names[n].letter);
      gs_value *value = of_letter(&arena, names[n].letter, "");
      cr_assert(gs_field_fits(&type, value, &got) == wanted, "%s and %c", fits[i].type, names[n].letter);
      cr_assert(eq(str, (char *)got, (char *)names[n].name));
    }
    gs_value *list = of_letter(&arena, 'l', fits[i].list);
    cr_assert(gs_field_fits(&type, list, &got) == fits[i].list_fits, "%s and list %s", fits[i].type, fits[i].list);
    cr_assert(eq(str, (char *)got, (char *)fits[i].got));
  }
  gs_arena_free(&arena);
}
