-- expect: error: is not allowed in lookarounds
-- \K in a look-ahead sets the start behind the end.
local re <const> = require "re"
return {
  name = "pattern_start_behind", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { { a = re.find("(?=ab\\K)", "ab") } }
  end,
}
