-- expect: error: an iterator was kept from an earlier document
-- The same by words.
local words <const> = require "words"
local step <const> = words.set({ "a" }):each("aaa")
return {
  name = "state_words", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return step() and nil
  end,
}
