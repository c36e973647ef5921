-- expect: error: read-only
-- A module of the host.
local re <const> = require "re"
return {
  name = "state_host_module", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    re.find = nil
  end,
}
