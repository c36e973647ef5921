-- expect: error: (an error that is a nil)
-- An error that is nothing.
return {
  name = "error_nil", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    error(nil)
  end,
}
