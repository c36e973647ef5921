-- expect: limit: instructions is spent
-- A move of 10^18 entries.
return {
  name = "c_move", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    table.move({}, 1, 1000000000000000000, 2)
  end,
}
