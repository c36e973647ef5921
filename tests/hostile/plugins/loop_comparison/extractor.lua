-- expect: limit: instructions is spent
-- The comparison of a sort does not return.
return {
  name = "loop_comparison", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    table.sort({ 2, 1 }, function() while true do end end)
  end,
}
