-- expect: ok
-- Records of the file are read as they are.
local l <const> = { "x", "y" }
return {
  name = "record_frozen", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { { a = doc.body:left(1), l = l }, nil }
  end,
}
