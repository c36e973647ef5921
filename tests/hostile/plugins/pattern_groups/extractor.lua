-- expect: load: groups, over the limit of 64
-- Groups without number.
local re <const> = require "re"
re.compile(("(a)"):rep(65))
return {
  name = "pattern_groups", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
