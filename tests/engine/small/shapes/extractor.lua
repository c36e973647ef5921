-- Uses a bit of everything, so that each allocation of the way from file to result can fail in turn.
local re <const> = require "re"
local words <const> = require "words"
local shared <const> = require "shared"

local endings <const> = words.set { "이다", "했다", ["왔다"] = "moved" }
local pattern <const> = re.compile "(?<stem>[가-힣]+)(?<ending>다)\\."

local calls = 0

return {
  name = "shapes", version = "1.0.0", summary = "a bit of everything",
  triggers = { "다" },
  config = { limit = 10 },
  fields = { { "stem", "span", "the stem" }, { "text", "string", "the same as a string" }, { "at_end", "list of span?", "pieces" },
             { "n", "number", "a number" } },
  identity = { "stem" },
  extract = function(doc, config)
    calls = calls + 1
    local records = {}
    for i, sentence in ipairs(doc.sentences()) do
      local m <const> = pattern:match(sentence)
      if m and i <= config.limit then
        local ending <const>, tag <const> = endings:ends(m[0]:chop(1))
        records[#records + 1] = { stem = m.stem, text = shared.wrap(m.stem:text():rep(3, "-"), tag), at_end = { m.ending, ending },
                                  n = i + 0.5 }
      end
    end
    for _, q in ipairs(doc.quoted()) do doc.note(q.text, re.gsub("[가-힣]", q.text, "x")) end
    table.sort(records, function(a, b) return a.text < b.text end)
    return records
  end,
}
