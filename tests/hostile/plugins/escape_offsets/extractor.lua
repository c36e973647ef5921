-- expect: empty
-- Numbers beyond the text are cut or refused.
local re <const> = require "re"
local p <const> = re.compile "a"
return {
  name = "escape_offsets", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local b <const> = doc.body
    for _, n in ipairs { math.maxinteger, math.mininteger, -1, 0 } do
      for _, f in ipairs { "left", "right", "skip", "chop", "before", "after" } do b[f](b, n) end
      pcall(p.find, p, b, n)
      pcall(string.find, "abc", "b", n);
      local _ = ("abc"):sub(n, n)
      pcall(utf8.offset, "abc", n)
    end
  end,
}
