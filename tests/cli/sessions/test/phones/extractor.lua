local re <const> = require "re"
local number <const> = re.compile [[0\d{1,2}-\d{3,4}-\d{4}]]
return {
  name = "phones", version = "1.0.0", summary = "numbers", config = {prefix = "0"},
  fields = { { "number", "span", "as written" }, {"area", "string?", "area"} },
  extract = function(doc)
    local out <const> = {}
    for m in number:gmatch(doc.body) do out[#out+1] = { number = m[0], area = m[0]:starts("02") and "서울" or nil } end
    return out
  end,
}
