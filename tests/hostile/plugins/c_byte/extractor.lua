-- expect: limit: instructions is spent
-- A value for each byte.
return {
  name = "c_byte", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("x"):rep(100000)
    while true do local _ = select("#", s:byte(1, -1)) end
  end,
}
