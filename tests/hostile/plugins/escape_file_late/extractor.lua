-- expect: error: files can be read only while an extractor is loaded
-- A data file while it runs.
local words <const> = require "words"
return {
  name = "escape_file_late", version = "1.0.0", summary = "hostile",
  fields = { { "a", "span?", "unused" }, { "n", "number?", "unused" }, { "s", "string?", "unused" }, { "l", "list of string?", "unused" } },
  extract = function(doc, config)
    return words.file "x.txt"
  end,
}
