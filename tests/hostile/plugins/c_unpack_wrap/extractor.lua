-- expect: limit: the limit of
-- A range whose length overflows.
return {
  name = "c_unpack_wrap", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    table.unpack({}, math.mininteger, math.maxinteger)
  end,
}
