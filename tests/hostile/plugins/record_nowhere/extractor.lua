-- expect: error: nothing tells where it stands
-- A record without a place.
return {
  name = "record_nowhere", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { { n = 1 } }
  end,
}
