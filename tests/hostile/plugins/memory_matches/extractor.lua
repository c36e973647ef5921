-- expect: limit: the limit of
-- Matches without end.
local re <const> = require "re"
local p <const> = re.compile "(.)(.)(.)"
return {
  name = "memory_matches", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    while true do t[#t + 1] = p:match(doc.body) end
  end,
}
