-- Records as the article lists them: `phones KEY=VALUE;KEY=VALUE`.
local re <const> = require "re"

local line <const> = re.compile("^phones (.*)$", "m")
local pair <const> = re.compile "([a-z]+)=([^;]*)"

return {
  name = "phones",
  version = "1.0.0",
  summary = "Listed phones",
  fields = {
    { "number", "string?", "as listed" },
    { "area", "string?", "as listed" },
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
