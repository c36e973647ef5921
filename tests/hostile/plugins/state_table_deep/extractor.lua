-- expect: error: read-only
-- Deep within.
local t <const> = { a = { b = { { c = 1 } } } }
return {
  name = "state_table_deep", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    t.a.b[1].c = 2
  end,
}
