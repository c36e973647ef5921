-- expect: limit: instructions is spent
-- The plainest one.
return {
  name = "loop_forever", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do end
  end,
}
