-- expect: error: unknown field 'k1'
-- Keys without end.
return {
  name = "record_keys", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local r = { a = doc.body:left(1) }
    for i = 1, 1 do r["k" .. i] = i end
    return { r }
  end,
}
