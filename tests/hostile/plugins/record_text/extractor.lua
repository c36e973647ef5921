-- expect: limit: record_bytes is spent
-- The body in each record.
return {
  name = "record_text", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    for i = 1, 50000 do t[i] = { a = doc.body } end
    return t
  end,
}
