-- expect: empty
-- Metamethods of a class are put back.
local class <const> = {}
class.__index = class
class.name = function() return "class" end
class.__tostring = function() return "class" end
return {
  name = "state_metamethod", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local o = setmetatable({}, class)
    assert(o.name() == "class" and tostring(o) == "class")
    class.__index = { name = function() return "other" end }
    class.__tostring = function() return "other" end
    assert(o.name() == "other")
  end,
}
