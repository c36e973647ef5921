local re <const> = require "re"
local number <const> = re.compile [[(0\d{1,2})-(?:\d{3}|\d{4})-\d{4}]]

return {
  name = "phones",
  version = "1.0.0",
  summary = "Telephone numbers",
  triggers = { "전화", "팩스", "문의처" },
  config = { strict = true, prefix = "0", most = 3 },
  identity = { "number" },
  fields = { { "number", "span", "as written" } },
  extract = function(doc)
    local records <const> = {}
    for _, sentence in ipairs(doc.sentences()) do
      local m <const> = number:match(sentence)
      if m then
        records[#records + 1] = { number = m[0] }
      else
        doc.note("no number in", sentence:left(5))
      end
    end
    return records
  end,
}
