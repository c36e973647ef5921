-- expect: error: %p is off
-- An address by format.
return {
  name = "escape_pointer", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return ("%p"):format({})
  end,
}
