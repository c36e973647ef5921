-- expect: error: attempt to perform bitwise operation on a string
-- A number of a million digits: strings have no arithmetic.
return {
  name = "c_bitwise", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("0"):rep(1000000) .. "1"
    while true do local _ = s | 0 end
  end,
}
