-- expect: error: would be a global variable
-- A library changed.
return {
  name = "escape_library", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    string.format = nil
  end,
}
