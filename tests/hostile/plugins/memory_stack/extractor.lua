-- expect: limit: bytes of memory is spent
-- A deep stack.
return {
  name = "memory_stack", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local function f(...) return f(1, ...) end
    local function g(n) local a, b, c, d = n, n, n, n return g(n + 1) + a + b + c + d end
    return g(1)
  end,
}
