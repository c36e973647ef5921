-- expect: limit: match_steps is spent
-- The limit is caught, and the call ends as if all were well.
local re <const> = require "re"
local subject <const> = ("a"):rep(20000)
return {
  name = "pattern_caught", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    pcall(re.test, "(a+)+$", subject .. "!")
    return {}
  end,
}
