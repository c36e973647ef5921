-- expect: empty
-- Methods want their own objects.
local re <const> = require "re"
local p <const> = re.compile "a"
return {
  name = "escape_methods", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local find <const>, match <const> = doc.body.find, p.match
    for _, v in ipairs { 1, "x", {}, p, doc } do assert(not pcall(find, v, "x")) end
    for _, v in ipairs { 1, {}, doc, doc.body } do assert(not pcall(match, v, "x")) end
  end,
}
