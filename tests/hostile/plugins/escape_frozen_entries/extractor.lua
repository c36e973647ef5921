-- expect: empty
-- The entries of a frozen table can't be had.
local t <const> = { x = 1 }
local list <const> = { 1, 2, 3 }
return {
  name = "escape_frozen_entries", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local step, state, key = pairs(t)
    assert(state == nil and key == nil)
    assert(getmetatable(t) == "locked")
    assert(rawget(t, "x") == 1 and rawlen(list) == 3 and #list == 3)
    local sum = 0
    for _, v in ipairs(list) do sum = sum + v end
    for k, v in pairs(t) do assert(k == "x" and v == 1) end
    assert(sum == 6 and table.concat(list, ",") == "1,2,3" and next(t) == "x" and select("#", table.unpack(list)) == 3)
  end,
}
