return {
  name = "ring_a", version = "1.0.0", summary = "needs the one that needs it",
  needs = { "ring_b" },
  fields = { { "a", "span", "unused" } },
  extract = function() end,
}
