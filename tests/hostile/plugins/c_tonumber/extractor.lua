-- expect: limit: instructions is spent
-- The same by tonumber.
return {
  name = "c_tonumber", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("0"):rep(1000000) .. "1"
    while true do tonumber(s) end
  end,
}
