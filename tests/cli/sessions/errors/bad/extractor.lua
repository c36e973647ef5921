local re <const> = require "re"

local words <const> = re.compile [[(?<first>[가-힣]+)]]

local function first_of(sentence)
  local m <const> = words:match(sentence)
  return m.first
end

return {
  name = "bad",
  version = "1.0.0",
  summary = "Goes wrong where an article says so",
  fields = { { "word", "span", "a word" }, { "count", "integer?", "a number" } },
  extract = function(doc)
    local records <const> = {}
    for _, sentence in ipairs(doc.sentences()) do
      records[#records + 1] = { word = first_of(sentence) }
    end
    return records
  end,
}
