-- expect: error: wanted a table
-- A list of words.
return {
  name = "record_string", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { "x" }
  end,
}
