-- expect: error: a list of more than 10000 entries
-- A list without end.
return {
  name = "record_long_list", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local l = {}
    for i = 1, 20000 do l[i] = "" end
    return { { a = doc.body:left(1), l = l } }
  end,
}
