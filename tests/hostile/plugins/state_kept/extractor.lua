-- expect: empty
-- A span kept in a variable is gone.
local kept
return {
  name = "state_kept", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    assert(kept == nil, "a call before left a span")
    kept = doc.body
  end,
}
