-- expect: error: attempt to index a nil value (field '__index')
-- The metatable of strings is a word.
return {
  name = "escape_string_metatable", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    getmetatable("").__index.upper = nil
  end,
}
