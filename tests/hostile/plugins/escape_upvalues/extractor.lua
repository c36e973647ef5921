-- expect: empty
-- Iterators hide what they stand on.
local re <const> = require "re"
return {
  name = "escape_upvalues", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local step, state = pairs({ x = 1 })
    assert(state == nil)
    local each, s = re.gmatch("a", "aaa")
    assert(s == nil)
  end,
}
