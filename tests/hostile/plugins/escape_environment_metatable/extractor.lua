-- expect: error: cannot change a locked metatable
-- Another environment.
return {
  name = "escape_environment_metatable", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    setmetatable(_ENV, {})
  end,
}
