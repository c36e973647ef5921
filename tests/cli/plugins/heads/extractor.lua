-- Head counts, and an error on purpose where an article says so.
local re <const> = require "re"

local heads <const> = re.compile [[(?<count>\d+)명]]

return {
  name = "heads",
  version = "1.0.0",
  summary = "How many people",
  fields = {
    { "count", "span", "the figure" },
    { "first", "string", "the article's first company" },
  },
  needs = { "brands" },
  extract = function(doc)
    if doc.body:find("오류를 낸다") then error("as the article wishes") end
    local records, brand = {}, doc.records.brands[1]
    for match in heads:gmatch(doc.body) do
      records[#records + 1] = { count = match.count, first = brand and tostring(brand.name) or "none" }
    end
    return records
  end,
}
