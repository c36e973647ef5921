-- expect: error: read-only
-- The configuration.
return {
  name = "state_configuration", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  config = { limit = 1 },
  extract = function(doc, config)
    config.limit = config.limit + 1
  end,
}
