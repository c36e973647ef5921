-- expect: error: string.match is off
-- Lua's patterns.
return {
  name = "escape_patterns", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return ("x"):match("x")
  end,
}
