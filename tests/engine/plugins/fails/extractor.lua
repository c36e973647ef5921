return {
  name = "fails", version = "1.0.0", summary = "indexes nil",
  fields = { { "a", "span", "unused" } },
  extract = function(doc) local nothing; return nothing.field end,
}
