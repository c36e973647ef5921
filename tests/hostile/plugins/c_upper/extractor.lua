-- expect: limit: instructions is spent
-- A long string made anew.
return {
  name = "c_upper", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("x"):rep(1000000)
    while true do s:upper() end
  end,
}
