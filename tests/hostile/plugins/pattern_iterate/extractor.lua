-- expect: limit: the limit of
-- An iteration that is begun again and again.
local re <const> = require "re"
local subject <const> = ("a"):rep(20000)
return {
  name = "pattern_iterate", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do
      for _ in re.gmatch("(?=(a*))", subject) do end
    end
  end,
}
