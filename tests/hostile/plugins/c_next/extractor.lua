-- expect: limit: the limit of
-- Looking for the first entry of a table that is empty in front.
return {
  name = "c_next", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    for i = 1, 200000 do t[i] = i end
    for i = 1, 199999 do t[i] = nil end
    while true do next(t) end
  end,
}
