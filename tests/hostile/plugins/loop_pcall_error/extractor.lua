-- expect: limit: instructions is spent
-- Catching is cheap, and still counted.
return {
  name = "loop_pcall_error", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    repeat pcall(error, "x") until false
  end,
}
