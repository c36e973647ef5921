-- expect: limit: the limit of
-- A short pattern that compiles to much.
local re <const> = require "re"
return {
  name = "pattern_large", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    for i = 1, 1000 do pcall(re.compile, "(?:(?:a{1,60}b){1,60}c" .. i .. "){1,9}") end
  end,
}
