-- expect: error: a script may not set __mode
-- A weak table.
return {
  name = "error_weak", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    setmetatable({}, { __mode = "k" })
  end,
}
