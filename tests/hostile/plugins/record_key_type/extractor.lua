-- expect: error: a key that is a number
-- A key that is no name.
return {
  name = "record_key_type", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { { doc.body } }
  end,
}
