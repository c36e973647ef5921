-- expect: error: read-only
-- An entry that was there.
local t <const> = { x = 1 }
return {
  name = "state_table_entry", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    t.x = 2
  end,
}
