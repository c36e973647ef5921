-- expect: error: 'leak' would be a global variable
-- A global.
return {
  name = "escape_global_write", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    leak = 1
  end,
}
