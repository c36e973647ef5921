-- expect: limit: instructions is spent
-- No loop at all, and exponential.
return {
  name = "loop_fibonacci", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local function f(n) return n < 2 and n or f(n - 1) + f(n - 2) end
    return f(90)
  end,
}
