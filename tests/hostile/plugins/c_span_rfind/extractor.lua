-- expect: limit: instructions is spent
-- Backwards.
return {
  name = "c_span_rfind", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do doc.body:rfind("\1") end
  end,
}
