-- expect: error: ?[2J
-- An escape sequence for a terminal.
return {
  name = "error_escape", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    error("\27[2J", 0)
  end,
}
