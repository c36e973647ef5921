-- expect: load: '../good/good/extractor' is no module name
-- A module of somebody else.
require "../good/good/extractor"
return {
  name = "escape_require_path", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
