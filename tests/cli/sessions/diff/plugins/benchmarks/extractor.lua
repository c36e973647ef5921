-- Records as the article lists them: `benchmarks KEY=VALUE;KEY=VALUE`.
local re <const> = require "re"

local line <const> = re.compile("^benchmarks (.*)$", "m")
local pair <const> = re.compile "([a-z]+)=([^;]*)"

return {
  name = "benchmarks",
  version = "1.0.0",
  summary = "Listed benchmarks",
  fields = {
    { "model", "string?", "as listed" },
    { "score", "string?", "as listed" },
    { "unit", "string?", "as listed" },
    { "versus", "string?", "as listed" },
  },
  extract = function(doc)
    local records <const> = {}
    for m in line:gmatch(doc.body) do
      local record <const> = { at = m[0] }
      for p in pair:gmatch(m[1]) do record[p[1]:text()] = p[2]:text() end
      records[#records + 1] = record
    end
    return records
  end,
}
