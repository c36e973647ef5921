return {
  name = "ring_b", version = "1.0.0", summary = "needs the one that needs it",
  needs = { "ring_a" },
  fields = { { "a", "span", "unused" } },
  extract = function() end,
}
