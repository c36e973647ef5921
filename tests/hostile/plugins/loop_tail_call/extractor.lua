-- expect: limit: instructions is spent
-- Tail calls take no stack.
return {
  name = "loop_tail_call", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local function f() return f() end
    return f()
  end,
}
