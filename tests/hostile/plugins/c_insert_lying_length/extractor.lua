-- expect: empty
-- A __len that lies, which hangs the standard table.insert.
return {
  name = "c_insert_lying_length", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    table.insert(setmetatable({}, { __len = function() return 1e15 // 1 | 0 end }), 1, 1)
  end,
}
