-- expect: limit: match_steps is spent
-- Exponential.
local re <const> = require "re"
local subject <const> = ("a"):rep(20000)
return {
  name = "pattern_nested", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return re.test("(a+)+$", subject .. "!") and 1 or nil
  end,
}
