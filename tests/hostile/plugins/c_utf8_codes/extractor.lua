-- expect: error: invalid UTF-8
-- Continuation bytes that a step would read over.
return {
  name = "c_utf8_codes", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local step, s = utf8.codes(("\x80"):rep(1000000))
    while true do step(s, 0) end
  end,
}
