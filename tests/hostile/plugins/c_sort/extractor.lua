-- expect: limit: instructions is spent
-- Sorting without a comparison of one's own.
return {
  name = "c_sort", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    for i = 1, 100000 do t[i] = -i end
    while true do table.sort(t) for i = 1, 1000 do t[i] = -i end end
  end,
}
