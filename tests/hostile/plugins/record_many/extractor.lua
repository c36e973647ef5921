-- expect: limit: the limit of
-- More records than there are letters.
return {
  name = "record_many", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local a, t = doc.body:left(1), {}
    for i = 1, 200000 do t[i] = { a = a } end
    return t
  end,
}
