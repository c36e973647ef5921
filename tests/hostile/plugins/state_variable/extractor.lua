-- expect: empty
-- A variable of the file is as it was loaded.
local n = 0
return {
  name = "state_variable", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    assert(n == 0, "a call before left " .. n)
    n = n + 1
    local function f() n = n + 1 end
    f()
    assert(n == 2)
  end,
}
