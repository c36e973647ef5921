-- expect: limit: instructions is spent
-- A loop that would end after a million years.
return {
  name = "loop_for", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    for _ = 1, math.maxinteger do end
  end,
}
