-- expect: limit: the limit of
-- Comparing long strings: one instruction.
return {
  name = "c_equal", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s, t = ("x"):rep(1000000), ("x"):rep(999999) .. "x"
    while true do local _ = s == t end
  end,
}
