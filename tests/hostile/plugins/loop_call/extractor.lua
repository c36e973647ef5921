-- expect: limit: instructions is spent
-- A loop in __call.
return {
  name = "loop_call", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local mt = {}
    mt.__call = function() while true do end end
    local t = setmetatable({}, mt)
    t()
  end,
}
