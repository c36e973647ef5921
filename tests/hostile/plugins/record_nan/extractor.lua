-- expect: error: not a finite number
-- Not a number.
return {
  name = "record_nan", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { { a = doc.body:left(1), n = 0 / 0 } }
  end,
}
