-- expect: ok
-- Control characters are escaped.
return {
  name = "record_control", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { { a = doc.body:left(1), s = "\0\1\27[2J\u{85}\u{2028}" } }
  end,
}
