-- expect: error: (an error that is a table)
-- An error that is a table.
return {
  name = "error_table", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    error({})
  end,
}
