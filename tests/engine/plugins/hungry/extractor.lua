return {
  name = "hungry", version = "1.0.0", summary = "never ends",
  fields = { { "a", "span", "unused" } },
  extract = function() while true do pcall(error, "caught") end end,
}
