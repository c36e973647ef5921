-- expect: limit: instructions is spent
-- A loop in __concat.
return {
  name = "loop_concat", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local mt = {}
    mt.__concat = function() while true do end end
    local t = setmetatable({}, mt)
    return t .. "x"
  end,
}
