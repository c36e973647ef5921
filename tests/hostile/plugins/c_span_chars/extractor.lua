-- expect: limit: instructions is spent
-- Counting letters.
return {
  name = "c_span_chars", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do doc.body:chars() end
  end,
}
