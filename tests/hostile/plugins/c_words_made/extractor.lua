-- expect: limit: instructions is spent
-- Word sets made without end.
local words <const> = require "words"
local list <const> = {}
for i = 1, 5000 do list[i] = "가" .. i end
return {
  name = "c_words_made", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    while true do words.set(list) end
  end,
}
