-- expect: error: read-only
-- A table of the file.
local t <const> = {}
return {
  name = "state_table", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    t.x = 1
  end,
}
