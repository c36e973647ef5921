-- expect: empty
-- Caught, and still unchanged.
local t <const> = { 2, 1, x = 1 }
return {
  name = "state_table_caught", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    pcall(function() t.x = t.x + 1 end)
    pcall(rawset, t, "x", 5)
    pcall(table.insert, t, 5)
    pcall(table.sort, t)
    pcall(setmetatable, t, {})
    assert(t.x == 1 and #t == 2 and t[1] == 2)
  end,
}
