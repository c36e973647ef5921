-- expect: limit: instructions is spent
-- The error that ends the inner loop is caught, for ever.
return {
  name = "loop_pcall", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do
      pcall(function() while true do end end)
    end
  end,
}
