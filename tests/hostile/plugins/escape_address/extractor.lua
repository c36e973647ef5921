-- expect: empty
-- No address in any text.
local re <const> = require "re"
local p <const> = re.compile "a"
return {
  name = "escape_address", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    for _, v in ipairs { {}, pcall, tostring, doc, doc.body, re, p } do
      assert(not tostring(v):find("0x", 1, true))
      assert(not ("%s"):format(v):find("0x", 1, true))
    end
  end,
}
