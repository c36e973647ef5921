-- expect: limit: instructions is spent
-- Everything moved for one entry.
return {
  name = "c_insert_front", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    while true do table.insert(t, 1, 0) end
  end,
}
