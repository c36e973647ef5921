-- expect: limit: the limit of
-- The body, searched without end.
local re <const> = require "re"
return {
  name = "pattern_body", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do re.test("[가-힣]+\\.[^가-힣]+z", doc.body) end
  end,
}
