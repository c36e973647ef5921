-- expect: empty
-- The host's types are locked.
local re <const> = require "re"
local p <const> = re.compile "a"
return {
  name = "escape_metatable_types", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    for _, v in ipairs { doc, doc.body, p } do
      assert(getmetatable(v) == "locked")
      assert(not pcall(setmetatable, v, {}))
    end
  end,
}
