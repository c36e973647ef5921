-- expect: limit: bytes of memory is spent
-- A string that doubles.
return {
  name = "memory_string", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = "x"
    while true do s = s .. s end
  end,
}
