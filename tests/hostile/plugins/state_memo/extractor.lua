-- expect: error: read-only
-- A table that fills itself.
local t <const> = setmetatable({}, { __index = function(t, k)
  t[k] = k
  return k
end })
return {
  name = "state_memo", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return t.x and nil
  end,
}
