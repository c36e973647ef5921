-- expect: limit: instructions is spent
-- Walking along the body.
return {
  name = "c_span_skip", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do doc.body:skip(1000000000) end
  end,
}
