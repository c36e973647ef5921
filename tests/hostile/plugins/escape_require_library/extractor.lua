-- expect: load: no 'os.lua' in
-- A standard library.
require "os"
return {
  name = "escape_require_library", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
