-- expect: limit: instructions is spent
-- A table that grows while one goes through it.
return {
  name = "loop_pairs_new_keys", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = { 1 }
    while true do
      for k in pairs(t) do t[#t + 1] = k t[#t] = nil end
    end
  end,
}
