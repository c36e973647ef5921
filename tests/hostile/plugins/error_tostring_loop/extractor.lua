-- expect: limit: the limit of
-- An error whose __tostring does not return.
return {
  name = "error_tostring_loop", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    error(setmetatable({}, { __tostring = function() while true do end end }))
  end,
}
