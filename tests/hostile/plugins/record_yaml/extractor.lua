-- expect: ok
-- Text that YAML would take for something else.
return {
  name = "record_yaml", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return { { a = doc.body:left(1), s = "no" }, { a = doc.body:left(1), s = "- a: *b\n...\n---\n" } }
  end,
}
