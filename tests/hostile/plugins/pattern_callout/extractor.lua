-- expect: empty
-- A callout in a pattern calls nobody.
local re <const> = require "re"
return {
  name = "pattern_callout", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    assert(re.test("a(?C1)b", "ab"))
  end,
}
