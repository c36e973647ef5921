-- expect: load: over the limit of 32768
-- A pattern that is a file.
local re <const> = require "re"
re.compile(("가"):rep(20000))
return {
  name = "pattern_long", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
