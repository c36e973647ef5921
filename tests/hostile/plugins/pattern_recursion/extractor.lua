-- expect: limit: the limit of
-- A pattern that calls itself.
local re <const> = require "re"
local subject <const> = ("a"):rep(20000)
return {
  name = "pattern_recursion", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return re.test("^(a(?1)?a|a)$", subject .. "b") and 1 or nil
  end,
}
