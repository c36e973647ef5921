-- expect: limit: the limit of
-- One instruction that copies 100,000 values.
return {
  name = "c_varargs", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local function f(...) while true do local _ = select("#", ...) end end
    f(table.unpack({}, 1, 100000))
  end,
}
