-- expect: limit: the limit of
-- Spans without end.
return {
  name = "memory_spans", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    while true do t[#t + 1] = doc.body:left(1) end
  end,
}
