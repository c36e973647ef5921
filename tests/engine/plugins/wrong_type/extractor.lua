return {
  name = "wrong_type", version = "1.0.0", summary = "returns a string for a number",
  fields = { { "a", "span", "a place" }, { "n", "number", "a count" } },
  extract = function(doc) return { { a = doc.body:left(1), n = 1 }, { a = doc.body:left(1), n = "many" } } end,
}
