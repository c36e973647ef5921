-- Falls into a bug of the pattern library where an article names the trap: see tests/batch/trap.c.
local re <const> = require "re"

local trap <const> = re.compile "TRAP-HANG too|엔비디아"

return {
  name = "trap_hang_too",
  version = "1.0.0",
  summary = "Companies, and a trap",
  triggers = { "too" },
  fields = { { "name", "span", "the company" } },
  extract = function(doc)
    local records = {}
    for match in trap:gmatch(doc.body) do records[#records + 1] = { name = match[0] } end
    return records
  end,
}
