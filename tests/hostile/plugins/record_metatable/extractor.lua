-- expect: ok
-- A record reads its own entries alone.
return {
  name = "record_metatable", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { setmetatable({ a = doc.body:left(1) }, { __index = function() error "asked" end, __pairs = function() error "asked" end, __len = function() error "asked" end }) }
  end,
}
