-- expect: limit: the limit of
-- Replacing with more than there was.
local re <const> = require "re"
return {
  name = "pattern_replace", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = "a"
    while true do s = re.gsub("a", s, "aa") end
  end,
}
