-- expect: error: field 'l' is
-- A list that holds itself.
return {
  name = "record_list_cycle", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local l = {}
    l[1] = l
    return { { a = doc.body:left(1), l = l } }
  end,
}
