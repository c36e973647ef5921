-- expect: limit: the limit of
-- What ends it is caught, and it is made again.
return {
  name = "loop_recursion_caught", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local function f() return 1 + f() end
    while true do pcall(f) end
  end,
}
