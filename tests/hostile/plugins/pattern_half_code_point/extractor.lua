-- expect: load: using \C is disabled
-- A single byte of a code point.
local re <const> = require "re"
re.compile "\\C"
return {
  name = "pattern_half_code_point", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
