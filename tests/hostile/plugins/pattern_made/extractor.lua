-- expect: limit: the limit of
-- A new pattern each time.
local re <const> = require "re"
return {
  name = "pattern_made", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local i = 0
    while true do
      i = i + 1
      re.test("x" .. i, "y")
    end
  end,
}
