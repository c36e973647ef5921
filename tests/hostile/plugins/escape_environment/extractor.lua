-- expect: error: cannot change a locked table
-- A global by rawset.
return {
  name = "escape_environment", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    rawset(_ENV, "leak", 1)
  end,
}
