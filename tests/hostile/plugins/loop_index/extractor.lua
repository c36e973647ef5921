-- expect: error: C stack overflow
-- A metamethod that asks for itself.
return {
  name = "loop_index", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = setmetatable({}, { __index = function(t, k) return t[k + 1] end })
    return t[1]
  end,
}
