-- expect: error: 
-- An error whose __tostring raises.
return {
  name = "error_tostring_raises", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    error(setmetatable({}, { __tostring = function() error "again" end }))
  end,
}
