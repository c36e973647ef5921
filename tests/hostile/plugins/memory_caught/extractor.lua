-- expect: limit: the limit of
-- Catching that memory is out and going on.
return {
  name = "memory_caught", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    local t = {}
    while true do pcall(function() t[#t + 1] = ("x"):rep(1000000 - #t) end) end
  end,
}
