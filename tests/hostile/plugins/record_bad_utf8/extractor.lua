-- expect: error: not valid UTF-8
-- Bytes that are no text.
return {
  name = "record_bad_utf8", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { { a = doc.body:left(1), s = "\xff\xfe" } }
  end,
}
