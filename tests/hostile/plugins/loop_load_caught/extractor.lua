-- expect: load: instructions is spent
-- The same, caught.
while true do pcall(function() while true do end end) end
return {
  name = "loop_load_caught", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
