-- expect: empty
-- None of what a script must not have is there.
return {
  name = "escape_globals", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    for _, name in ipairs { "io", "os", "debug", "package", "load", "loadstring", "dofile", "loadfile", "collectgarbage", "coroutine", "print", "xpcall", "_G", "_VERSION", "warn", "module", "rawiter" } do
      local ok, message = pcall(function() return _ENV[name] end)
      assert(not ok and message:find("there is no global '" .. name .. "'", 1, true), name)
    end
  end,
}
