-- expect: error: field 'a' is
-- A record that holds itself.
return {
  name = "record_cycle", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local r = {}
    r.a = r
    return { r }
  end,
}
