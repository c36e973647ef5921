-- expect: limit: instructions is spent
-- A long string copied for one letter.
return {
  name = "c_join", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("x"):rep(1000000)
    while true do local _ = s .. "y" end
  end,
}
