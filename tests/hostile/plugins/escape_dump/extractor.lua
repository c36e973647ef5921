-- expect: error: string.dump is off
-- Bytecode of one's own.
return {
  name = "escape_dump", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return string.dump(function() end)
  end,
}
