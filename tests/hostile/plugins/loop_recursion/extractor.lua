-- expect: limit: bytes of memory is spent
-- Recursion without end.
return {
  name = "loop_recursion", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local function f() return 1 + f() end
    f()
  end,
}
