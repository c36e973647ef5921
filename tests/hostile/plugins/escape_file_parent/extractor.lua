-- expect: load: '../loop_forever/extractor.lua' is no file name
-- A data file of somebody else.
require("words").file "../loop_forever/extractor.lua"
return {
  name = "escape_file_parent", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)

  end,
}
