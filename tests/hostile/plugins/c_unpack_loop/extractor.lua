-- expect: limit: instructions is spent
-- Many results, again and again.
return {
  name = "c_unpack_loop", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    while true do local _ = select("#", table.unpack(t, 1, 100000)) end
  end,
}
