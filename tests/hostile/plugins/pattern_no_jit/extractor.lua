-- expect: limit: match_steps is spent
-- With the interpreter, as a pattern may ask.
local re <const> = require "re"
local subject <const> = ("a"):rep(20000)
return {
  name = "pattern_no_jit", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return re.test("(*NO_JIT)(a+)+$", subject .. "!") and 1 or nil
  end,
}
