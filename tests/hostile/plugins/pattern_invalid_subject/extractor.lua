-- expect: error: UTF-8 error
-- A string that is not UTF-8.
local re <const> = require "re"
return {
  name = "pattern_invalid_subject", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return re.test(".", "\xff")
  end,
}
