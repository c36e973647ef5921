return {
  name = "loops", version = "1.0.0", summary = "Builds a string and goes on",
  fields = { { "a", "span", "unused" } },
  extract = function()
    local text = "x"
    while true do if #text < 1000000 then text = text .. text end end
  end,
}
