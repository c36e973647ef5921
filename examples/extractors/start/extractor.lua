-- start: percentages, `실업률은 3.5%로` → value 3.5, with the words in front that say of what.
-- `gisa test DIR` runs the cases beside this file, `gisa why DIR ARTICLE` shows what it tries.
local re <const> = require "re"

-- Patterns are PCRE2, compiled once, when the file is loaded. A long bracket [[…]] keeps backslashes as they are.
--   value  3.5 · 12
--   unit   % · 퍼센트 · 포인트 behind it makes it a difference: 0.3%포인트
local percentage <const> = re.compile [[(?<value>\d+(?:\.\d+)?) ?(?<unit>%포인트|%p|%|퍼센트)]]

-- What is measured: the last word with a topic particle in front, `실업률은 `.
local topic <const> = re.compile [[([가-힣A-Za-z0-9]+)(?:은|는|이|가)\s[^은는이가]*$]]

return {
  name = "start",                 -- the folder's name, and the key of its records in the result
  version = "1.0.0",
  summary = "Percentages and what they measure",
  triggers = { "%", "퍼센트" },     -- where none of these occurs the host does not even call extract()
  fields = {                      -- in the order of the output
    { "text", "span", "as written" },          -- a span is a piece of the article: its bytes come along
    { "value", "number", "the number" },       -- what is not a span is declared with its type
    { "unit", "span", "% or %포인트" },
    { "topic", "span?", "what is measured" },  -- ? may be absent
  },
  identity = { "topic", "value", "unit" },     -- records equal in these are one when articles are merged
  extract = function(doc)
    local records <const> = {}
    for _, sentence in ipairs(doc.sentences()) do
      for m in percentage:gmatch(sentence) do
        local before <const> = topic:match(sentence:upto(m[0]))
        if not before then doc.note("no topic for", m[0]) end -- shown by `gisa why`, free otherwise
        records[#records + 1] = {
          text = m[0],
          value = tonumber(m.value:text()),
          unit = m.unit,
          topic = before and before[1],
        }
      end
    end
    return records
  end,
}
