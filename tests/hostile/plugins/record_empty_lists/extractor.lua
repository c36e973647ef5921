-- expect: limit: record_bytes is spent
-- Lists of nothing.
return {
  name = "record_empty_lists", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local l, t = {}, {}
    for i = 1, 9999 do l[i] = "" end
    for i = 1, 1000 do t[i] = { a = doc.body:left(1), l = l } end
    return t
  end,
}
