return {
  name = "lonely", version = "1.0.0", summary = "needs one that is not there",
  needs = { "nobody" },
  fields = { { "a", "span", "unused" } },
  extract = function() end,
}
