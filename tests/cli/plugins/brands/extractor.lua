-- The names of a few companies: an extractor that stays as it is, for the tests of the command.
local re <const> = require "re"

local brand <const> = re.compile "엔비디아|삼성전자|네이버"

return {
  name = "brands",
  version = "1.0.0",
  summary = "Companies that are named",
  triggers = { "엔비디아", "삼성전자", "네이버" },
  fields = { { "name", "span", "the company's name" } },
  identity = { "name" },
  config = { most = 100 },
  extract = function(doc, config)
    local records = {}
    for match in brand:gmatch(doc.body) do
      if #records == config.most then break end
      records[#records + 1] = { name = match[0] }
    end
    return records
  end,
}
