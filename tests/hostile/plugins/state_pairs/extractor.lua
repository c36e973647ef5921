-- expect: error: an iterator was kept from an earlier document
-- The same by pairs.
local step <const> = pairs { a = 1, b = 2 }
return {
  name = "state_pairs", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return step() and nil
  end,
}
