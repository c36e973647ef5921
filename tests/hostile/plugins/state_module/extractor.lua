-- expect: error: read-only
-- A module.
local shared <const> = require "shared"
return {
  name = "state_module", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    shared.count = 1
  end,
}
