-- expect: limit: instructions is spent
-- A megabyte a round.
return {
  name = "c_repeat_loop", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do local _ = ("x"):rep(1000000) end
  end,
}
