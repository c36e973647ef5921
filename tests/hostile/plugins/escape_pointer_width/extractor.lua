-- expect: error: %p is off
-- The same with a width.
return {
  name = "escape_pointer_width", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return ("%d %-20p"):format(1, {})
  end,
}
