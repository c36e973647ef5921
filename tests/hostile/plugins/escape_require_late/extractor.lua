-- expect: error: must be required at the top
-- A module while it runs.
return {
  name = "escape_require_late", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return require "later"
  end,
}
