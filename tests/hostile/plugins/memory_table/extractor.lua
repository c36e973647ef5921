-- expect: limit: bytes of memory is spent
-- A table without end.
return {
  name = "memory_table", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    for i = 1, math.maxinteger do t[i] = i end
  end,
}
