-- expect: limit: instructions is spent
-- A long string escaped.
local re <const> = require "re"
return {
  name = "c_escape", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("."):rep(500000)
    while true do re.escape(s) end
  end,
}
