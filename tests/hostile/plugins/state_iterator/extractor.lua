-- expect: error: an iterator was kept from an earlier document
-- An iterator that was begun at load.
local re <const> = require "re"
local step <const> = re.gmatch("a", "aaa")
return {
  name = "state_iterator", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return step() and nil
  end,
}
