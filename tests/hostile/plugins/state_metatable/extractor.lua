-- expect: error: read-only
-- The metatable of a table of the file.
local meta <const> = {}
local t <const> = setmetatable({}, meta)
return {
  name = "state_metatable", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    meta.__index = nil
    meta.x = 1
  end,
}
