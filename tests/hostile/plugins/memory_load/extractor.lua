-- expect: load: not enough memory
-- Memory at load.
local t = {}
for i = 1, math.maxinteger do t[i] = i end
return {
  name = "memory_load", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
