-- expect: limit: instructions is spent
-- Ten million results.
return {
  name = "c_unpack", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    table.unpack({}, 1, 10000000)
  end,
}
