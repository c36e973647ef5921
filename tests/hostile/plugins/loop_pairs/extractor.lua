-- expect: limit: instructions is spent
-- A loop in __pairs.
return {
  name = "loop_pairs", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local mt = {}
    mt.__pairs = function() while true do end end
    local t = setmetatable({}, mt)
    for _ in pairs(t) do end
  end,
}
