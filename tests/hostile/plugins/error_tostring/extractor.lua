-- expect: error: deep
-- An error with a __tostring that raises.
return {
  name = "error_tostring", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    error(setmetatable({}, { __tostring = function() return "deep" end }))
  end,
}
