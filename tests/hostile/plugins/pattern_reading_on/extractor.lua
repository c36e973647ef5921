-- expect: limit: match_steps is spent
-- Quadratic without any backtracking.
local re <const> = require "re"
local subject <const> = ("a"):rep(20000)
return {
  name = "pattern_reading_on", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do re.test("[^x]*+y$", subject .. "y!") end
  end,
}
