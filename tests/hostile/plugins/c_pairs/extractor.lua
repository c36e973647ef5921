-- expect: limit: instructions is spent
-- Sorting keys.
return {
  name = "c_pairs", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    for i = 1, 20000 do t["k" .. i] = i end
    while true do for _ in pairs(t) do break end end
  end,
}
