-- expect: limit: bytes of memory is spent
-- Functions without end.
return {
  name = "memory_closures", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t
    while true do
      local up <const> = t
      t = function() return up end
    end
  end,
}
