-- expect: limit: instructions is spent
-- A loop by goto.
return {
  name = "loop_goto", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    ::again::
    goto again
  end,
}
