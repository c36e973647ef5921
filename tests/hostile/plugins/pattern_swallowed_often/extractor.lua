-- expect: limit: match_steps is spent
-- Caught again and again.
local re <const> = require "re"
local subject <const> = ("a"):rep(20000)
return {
  name = "pattern_swallowed_often", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do pcall(re.test, "(a+)+$", subject .. "!") end
  end,
}
