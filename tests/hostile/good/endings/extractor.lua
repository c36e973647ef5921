-- Finds each "다." and says where: the one that must never notice the others.
local re <const> = require "re"
return {
  name = "endings", version = "1.0.0", summary = "sentence endings",
  fields = { { "ending", "span", "the ending" }, { "number", "integer", "which one" } },
  identity = { "ending" },
  extract = function(doc)
    local records = {}
    for m in re.gmatch("[가-힣]다\\.", doc.body) do records[#records + 1] = { ending = m[0], number = #records + 1 } end
    return records
  end,
}
