-- expect: load: <name> expected near '='
-- No Lua at all.
local = 1
return {
  name = "error_syntax", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
