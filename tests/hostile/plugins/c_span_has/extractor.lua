-- expect: limit: instructions is spent
-- The body searched by one instruction.
return {
  name = "c_span_has", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do doc.body:has("\1") end
  end,
}
