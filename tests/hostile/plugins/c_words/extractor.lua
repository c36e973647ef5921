-- expect: limit: instructions is spent
-- A word set whose words all begin alike.
local words <const> = require "words"
return {
  name = "c_words", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local list = {}
    for i = 1, 5000 do list[i] = "가" .. i end
    local set = words.set(list)
    local s = ("가"):rep(10000)
    while true do set:find(s) end
  end,
}
