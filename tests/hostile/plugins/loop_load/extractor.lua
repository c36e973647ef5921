-- expect: load: instructions is spent
-- A loop while the extractor is loaded.
while true do end
return {
  name = "loop_load", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
