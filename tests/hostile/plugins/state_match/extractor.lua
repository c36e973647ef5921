-- expect: error: a match was kept from an earlier document
-- A match of load.
local re <const> = require "re"
local m <const> = re.match("a", "a")
return {
  name = "state_match", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return m[0] and nil
  end,
}
