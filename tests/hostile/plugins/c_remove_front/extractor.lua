-- expect: limit: instructions is spent
-- The same backwards.
return {
  name = "c_remove_front", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    while true do
      for i = 1, 50000 do t[i] = i end
      while #t > 0 do table.remove(t, 1) end
    end
  end,
}
