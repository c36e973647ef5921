-- expect: empty
-- An exa-number of nothing: 20 s in the standard function.
return {
  name = "c_repeat_empty", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return (""):rep(1e18) ~= "" and 1 or nil
  end,
}
