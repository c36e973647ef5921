-- expect: limit: instructions is spent
-- Protected calls within protected calls, each going on behind the error.
return {
  name = "loop_pcall_nested", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local function f(n)
      pcall(f, n + 1)
      while true do end
    end
    while true do pcall(f, 1) end
  end,
}
