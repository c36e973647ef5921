-- expect: load: the limit of
-- Patterns at load.
local re <const> = require "re"
for i = 1, 1000000 do re.compile("(?:가나다라|마바사)+[^가-힣]{3,9}" .. i) end
return {
  name = "memory_patterns", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
