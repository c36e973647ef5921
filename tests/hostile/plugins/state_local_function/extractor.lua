-- expect: error: read-only
-- What only a function of the file sees.
local seen <const> = {}
local function remember(x) seen[#seen + 1] = x end
return {
  name = "state_local_function", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    remember(1)
  end,
}
