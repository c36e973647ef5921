-- The environment: what is there works, what is not there says so, and nothing stays behind.
local expect <const> = require "expect"
local same <const>, fails <const> = expect.same, expect.fails

local function extract()
  same(("a,b"):find(",", 1), 2)
  same(("a.b"):find("."), 2)
  same(("abc"):find("c", -1), 3)
  same(("x"):rep(3, "-"), "x-x-x")
  same(("x"):rep(0), "")
  same(("%d-%s"):format(3, "x"), "3-x")
  same(utf8.len("가나"), 2)
  same(table.concat({ 1, 2 }, "+"), "1+2")
  same(math.floor(2.5), 2)
  same(select("#", 1, 2), 2)
  same(tostring({}), "table")
end

fails("there is no global 'print'", function() return print end)
for _, name in ipairs { "io", "os", "debug", "package", "load", "dofile", "loadfile", "collectgarbage", "_G", "coroutine" } do
  fails("there is no global '" .. name .. "'", function() return _ENV[name] end)
end
fails("would be a global variable", function() _ENV.leak = 1 end)
fails("cannot change a locked table", rawset, _ENV, "leak", 1)
fails("cannot change a locked table", rawset, string, "leak", 1)
fails("would be a global variable", function() string.leak = 1 end)
fails("string.gsub is off", function() return ("x"):gsub("x", "y") end)
fails("the result is over 1 MB", string.rep, "", 1e18, "x")
fails("a script may not set __gc", setmetatable, {}, { __gc = function() end })
fails("a script may not set __close", setmetatable, {}, { __close = function() end })
fails("cannot change a locked metatable", setmetatable, _ENV, {})
same(getmetatable "", "locked")

return {
  name = "environment", version = "1.0.0", summary = "asserts the environment",
  fields = { { "name", "span", "unused" } },
  extract = function()
    same(tostring(pcall), "function")
    fails("must be required at the top of the extractor", require, "ko")
    extract()
  end,
}
