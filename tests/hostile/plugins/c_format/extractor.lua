-- expect: limit: instructions is spent
-- A long argument that is cut at once.
return {
  name = "c_format", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("x"):rep(1000000)
    while true do ("%.1s"):format(s) end
  end,
}
