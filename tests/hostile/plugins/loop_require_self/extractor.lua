-- expect: load: 'ring' requires itself
-- A module that requires itself.
require "ring"
return {
  name = "loop_require_self", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
