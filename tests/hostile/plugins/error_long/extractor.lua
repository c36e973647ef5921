-- expect: error: xxxx
-- A message of a megabyte.
return {
  name = "error_long", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    error(("x"):rep(1000000), 0)
  end,
}
