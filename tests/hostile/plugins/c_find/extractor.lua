-- expect: limit: instructions is spent
-- A megabyte searched by one instruction.
return {
  name = "c_find", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("a"):rep(1000000)
    while true do s:find("b", 1, true) end
  end,
}
