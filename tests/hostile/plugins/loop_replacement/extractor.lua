-- expect: limit: instructions is spent
-- The replacement function of gsub does not return.
local re <const> = require "re"
return {
  name = "loop_replacement", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    re.gsub(".", doc.body, function() while true do end end)
  end,
}
