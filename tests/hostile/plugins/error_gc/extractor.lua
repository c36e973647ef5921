-- expect: error: a script may not set __gc
-- A finalizer.
return {
  name = "error_gc", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    setmetatable({}, { __gc = function() while true do end end })
  end,
}
