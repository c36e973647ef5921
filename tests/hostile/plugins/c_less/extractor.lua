-- expect: limit: the limit of
-- The same by order.
return {
  name = "c_less", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("x"):rep(1000000)
    while true do local _ = s < s end
  end,
}
