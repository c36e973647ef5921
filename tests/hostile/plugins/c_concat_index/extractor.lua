-- expect: limit: instructions is spent
-- Entries without end by __index.
return {
  name = "c_concat_index", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    table.concat(setmetatable({}, { __index = function() return "" end }), "", 1, math.maxinteger)
  end,
}
