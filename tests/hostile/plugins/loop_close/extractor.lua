-- expect: limit: instructions is spent
-- A loop in a __close that was set behind the sandbox's back, while the budget's error unwinds.
return {
  name = "loop_close", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local mt = {}
    local o = setmetatable({}, mt)
    mt.__close = function() while true do end end
    local x <close> = o
    while true do end
  end,
}
