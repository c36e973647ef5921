-- expect: limit: instructions is spent
-- Walking in utf8.
return {
  name = "c_utf8_offset", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local s = ("가"):rep(100000)
    while true do utf8.offset(s, 99999) end
  end,
}
