-- expect: limit: record_bytes is spent
-- One record a hundred thousand times.
return {
  name = "record_same", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local r, t = { a = doc.body:left(1) }, {}
    for i = 1, 100000 do t[i] = r end
    return t
  end,
}
